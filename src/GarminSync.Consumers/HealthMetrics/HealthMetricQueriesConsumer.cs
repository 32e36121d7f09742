using GarminConnect.Client.Health;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Answers questions about health metrics.</summary>
internal sealed class HealthMetricQueriesConsumer(CoverageReport coverage) : IConsumer<ListHealthMetrics>, IConsumer<GetCoverage>
{
    public Task Consume(ConsumeContext<ListHealthMetrics> context) =>
        context.RespondAsync(new HealthMetricList { Metrics = [.. MetricCatalogue.Metrics.Select(ToInfo)] });

    public async Task Consume(ConsumeContext<GetCoverage> context) =>
        await context.RespondAsync(await coverage.OfAsync(context.Message, context.CancellationToken));

    private static HealthMetricInfo ToInfo(Metric metric) => new()
    {
        Name = metric.Name,
        Description = metric.Description,
        Detail = metric.Detail == MetricDetail.Intraday ? SyncDetails.Intraday : SyncDetails.Summary,
        Values = [.. metric.Values.Select(value => new HealthMetricValueInfo { MetricType = value.Name, Unit = value.Unit })],
    };
}
