using System.Diagnostics.Metrics;
using MassTransit;

namespace GarminSync.Bus;

/// <summary>How long messages lay in their queues. AMQP does not tell the age of what waits, so it is taken when a message comes out.</summary>
internal static class MessageWaits
{
    private static readonly Meter Meter = new("GarminSync.Bus");

    private static readonly Histogram<double> Wait = Meter.CreateHistogram(
        "garminsync.queue.wait",
        "s",
        "How long messages lay in their queues, from when they were sent.",
        tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 21600] });

    public static void Note(ConsumeContext context)
    {
        if (Wait.Enabled && context.SentTime is { } sent)
        {
            var queue = context.ReceiveContext.InputAddress.Segments[^1];

            // By the same clock as MassTransit's. Clocks of machines differ a little.
            Wait.Record(Math.Max((TimeProvider.System.GetUtcNow().UtcDateTime - sent).TotalSeconds, 0), new KeyValuePair<string, object?>("garminsync.queue", ProcessQueueName.Is(queue) ? "of one process" : queue));
        }
    }
}
