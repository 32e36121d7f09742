using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>A call of Garmin Connect that answers for some metrics over some days.</summary>
/// <remarks>Those of <see cref="MetricCatalogue"/> are described in docs/garmin-connect.md, section 6.</remarks>
public sealed class MetricEndpoint
{
    // Nobody has seen Garmin refuse a range of so many days.
    private const int NeverRefused = 28;

    private readonly Func<string, DayRange, GarminCall> _call;
    private readonly IReadOnlyList<MetricAnswer> _answers;

    internal MetricEndpoint(
        string name, int maxDays, EndpointProof proof, Func<string, DayRange, GarminCall> call, params IReadOnlyList<MetricAnswer> answers)
    {
        Name = name;
        MaxDays = maxDays;
        Proof = proof;
        Metrics = [.. answers.Select(answer => answer.Metric)];
        _call = call;
        _answers = answers;
        var anyDay = new DayRange(DateOnly.MinValue, DateOnly.MinValue);
        NeedsDisplayName = call("a", anyDay).Path != call("b", anyDay).Path;
    }

    /// <summary>In snake case, such as <c>steps_range</c>; unique in the catalogue, and never changed.</summary>
    public string Name { get; }

    /// <summary>The longest range that it takes, in days; 1 for a call about a single day.</summary>
    public int MaxDays { get; }

    /// <summary>The longest range that Garmin is not known to refuse, in days: what to ask for when <see cref="MaxDays"/> turn out to be too many.</summary>
    public int SafeDays => Math.Min(MaxDays, NeverRefused);

    /// <summary>What proves that it is there and answers as it is read. What is not recorded is asked for in another way where Garmin refuses it.</summary>
    public EndpointProof Proof { get; }

    /// <summary>What it answers for.</summary>
    public IReadOnlyList<Metric> Metrics { get; }

    /// <summary>Whether the athlete's display name is part of its address.</summary>
    public bool NeedsDisplayName { get; }

    /// <summary>The values of a metric that it may give; none when it does not answer for the metric.</summary>
    /// <param name="metric">The metric.</param>
    public IReadOnlyList<MetricValueType> ValuesOf(Metric metric) =>
        [.. _answers.Where(answer => answer.Metric == metric).SelectMany(answer => answer.Values).SelectMany(source => source.Types).Distinct()];

    /// <summary>Whether it gives all values of a metric. If not, another endpoint is better, unless it costs more requests.</summary>
    /// <param name="metric">The metric.</param>
    public bool AnswersInFull(Metric metric) => _answers.Any(answer => answer.Metric == metric && answer.IsComplete);

    /// <param name="displayName">The athlete's display name, which is part of some paths.</param>
    /// <param name="range">No longer than <see cref="MaxDays"/>.</param>
    internal GarminCall CallFor(string displayName, DayRange range) => _call(displayName, range);

    /// <summary>One entry for each metric and each day of the range, whatever the answer is.</summary>
    /// <param name="answer">Null: Garmin has nothing.</param>
    /// <param name="range">The days that were asked for.</param>
    /// <param name="fault">Called with the name of a metric that our own code failed to read, and how.</param>
    /// <exception cref="EndpointRefusedException">The answer as a whole is of no use.</exception>
    internal IReadOnlyList<MetricDay> Read(JsonDocument? answer, DayRange range, Action<string, Exception>? fault = null)
    {
        var refusals = new List<EndpointRefusedException>();
        var days = _answers.SelectMany(one => Read(one, answer?.RootElement ?? default, range, fault, refusals)).ToList();
        return refusals.Count < _answers.Count ? days : throw refusals[0];
    }

    private static IEnumerable<MetricDay> Read(
        MetricAnswer answer, JsonElement root, DayRange range, Action<string, Exception>? fault, List<EndpointRefusedException> refusals)
    {
        try
        {
            return answer.Read(root, range);
        }
        catch (EndpointRefusedException refusal)
        {
            // A part of the answer that another service of Garmin's should have given: the rest is good.
            refusals.Add(refusal);
            return range.Days.Select(day => new MetricDay(answer.Metric, day, [], refusal.Message));
        }
        catch (Exception exception)
        {
            // When our code fails on one metric, the others of the answer are read all the same.
            fault?.Invoke(answer.Metric.Name, exception);
            var problem = $"The answer could not be read ({exception.GetType().Name}); this is a fault of this software.";
            return range.Days.Select(day => new MetricDay(answer.Metric, day, [], problem));
        }
    }
}
