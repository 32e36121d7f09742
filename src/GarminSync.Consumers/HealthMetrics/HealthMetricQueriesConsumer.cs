using GarminConnect.Client.Health;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>Answers questions about health metrics, and what is known of each day.</summary>
internal sealed class HealthMetricQueriesConsumer(CoverageReport report, IEnumerable<ICoverageStep> steps) : IConsumer<ListHealthMetrics>, IConsumer<GetCoverage>
{
    public Task Consume(ConsumeContext<ListHealthMetrics> context) =>
        context.RespondAsync(new HealthMetricList { Metrics = [.. MetricCatalogue.Metrics.Select(ToInfo)] });

    public async Task Consume(ConsumeContext<GetCoverage> context)
    {
        var answer = await report.OfAsync(context.Message, context.CancellationToken);
        foreach (var step in answer is Coverage ? steps : [])
        {
            answer = await step.AddToAsync((Coverage)answer, context.CancellationToken);
        }

        await context.RespondAsync(answer);
    }

    private static HealthMetricInfo ToInfo(Metric metric) => new()
    {
        Name = metric.Name,
        Description = metric.Description,
        Detail = metric.Detail == MetricDetail.Intraday ? SyncDetails.Intraday : SyncDetails.Summary,
        Values = [.. metric.Values.Select(value => new HealthMetricValueInfo { MetricType = value.Name, Unit = value.Unit })],
    };
}
