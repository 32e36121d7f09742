using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>A call of Garmin Connect that answers for some metrics, over some days.</summary>
internal sealed class MetricEndpoint(string name, int maxDays, Func<string, DayRange, GarminCall> call, params IReadOnlyList<MetricAnswer> answers)
{
    /// <summary>In snake case; unique in the catalogue, and kept in the state store.</summary>
    public string Name => name;

    /// <summary>The longest range that it takes, in days; 1 for a call about a single day.</summary>
    public int MaxDays => maxDays;

    /// <summary>What it answers for.</summary>
    public IReadOnlyList<Metric> Metrics { get; } = [.. answers.Select(answer => answer.Metric)];

    /// <summary>False when it gives only some of the values of the metric; then another endpoint is better, if it costs no more requests.</summary>
    public bool AnswersInFull(Metric metric) => answers.Any(answer => answer.Metric == metric && answer.IsComplete);

    /// <param name="displayName">The athlete's display name, which is part of some paths.</param>
    /// <param name="range">No longer than <see cref="MaxDays"/>.</param>
    public GarminCall CallFor(string displayName, DayRange range) => call(displayName, range);

    /// <summary>One entry for each metric and each day of the range, whatever the answer is; also for the answer that there is nothing (null).</summary>
    /// <param name="answer">Null: there is nothing.</param>
    /// <param name="range">The days that were asked for.</param>
    /// <param name="fault">Told of a fault of ours, with the name of the metric that it is about.</param>
    /// <exception cref="EndpointRefusedException">The answer as a whole is of no use.</exception>
    public IReadOnlyList<MetricDay> Read(JsonDocument? answer, DayRange range, Action<string, Exception>? fault = null) =>
        [.. answers.SelectMany(one => Read(one, answer?.RootElement ?? default, range, fault))];

    private static IEnumerable<MetricDay> Read(MetricAnswer answer, JsonElement root, DayRange range, Action<string, Exception>? fault)
    {
        try
        {
            return answer.Read(root, range);
        }
        catch (Exception exception) when (exception is not EndpointRefusedException)
        {
            // A fault of ours in one metric must not take the others of the answer with it.
            fault?.Invoke(answer.Metric.Name, exception);
            var problem = $"The answer could not be read ({exception.GetType().Name}); this is a fault of this software.";
            return range.Days.Select(day => new MetricDay(answer.Metric, day, [], problem));
        }
    }
}
