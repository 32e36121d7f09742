namespace GarminConnect.Simulator.Health;

/// <summary>Training status, load and maximal oxygen uptake.</summary>
internal static class TrainingStatusEndpoints
{
    private const string Metrics = "/metrics-service/metrics";
    private const string Gateway = "/mobile-gateway/usersummary/trainingstatus";

    public static void MapTrainingStatus(this IEndpointRouteBuilder routes)
    {
        routes.MapDay($"{Metrics}/trainingstatus/aggregated/{{date}}", TrainingStatusBodies.Aggregated);
        routes.MapDay($"{Metrics}/trainingstatus/daily/{{date}}", TrainingStatusBodies.Status);
        routes.MapDay($"{Metrics}/trainingloadbalance/latest/{{date}}", TrainingStatusBodies.LoadBalance);
        routes.MapDay($"{Metrics}/heataltitudeacclimation/latest/{{date}}", TrainingStatusBodies.Acclimation);
        routes.MapRange($"{Gateway}/weekly/{{from}}/{{to}}", null, TrainingStatusGateway.Weekly);
        routes.MapRange($"{Gateway}/monthly/{{from}}/{{to}}", null, TrainingStatusGateway.Monthly);
        routes.MapDay($"{Gateway}/latest/{{date}}", TrainingStatusGateway.Latest);

        routes.MapRange($"{Metrics}/maxmet/daily/{{from}}/{{to}}", null, MaximalOxygenBodies.Daily);
        routes.MapRange($"{Metrics}/maxmet/monthly/{{from}}/{{to}}", null, MaximalOxygenBodies.Daily);
        routes.MapDay($"{Metrics}/maxmet/latest/{{date}}", MaximalOxygenBodies.Latest);
        routes.MapRange($"{Metrics}/maxmet/stats/daily/{{from}}/{{to}}", null, MaximalOxygenBodies.Stats);
        routes.MapRange($"{Metrics}/maxmet/stats/weekly/{{from}}/{{to}}", null, MaximalOxygenBodies.Stats);
    }
}
