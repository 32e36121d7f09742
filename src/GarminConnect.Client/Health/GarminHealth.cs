using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>The health metrics of an account. Safe for several threads and accounts at once.</summary>
/// <remarks>
/// Every call may throw each kind of <see cref="GarminException"/>: the kind says what to do next. Source: docs/garmin-connect.md, section 6.
/// </remarks>
public sealed class GarminHealth
{
    private readonly GarminApi _api;
    private readonly GarminConnectClient _data;

    internal GarminHealth(GarminApi api, GarminConnectClient data)
    {
        _api = api;
        _data = data;
    }

    /// <summary>
    /// Reads one metric by the endpoint that takes the fewest requests, and by another one where Garmin refuses that. The first request reads the display name.
    /// </summary>
    /// <param name="session">The account's session.</param>
    /// <param name="metric">A metric of <see cref="MetricCatalogue"/>.</param>
    /// <param name="range">The athlete's days. Of a metric with <see cref="Metric.OnlyLatest"/>, only the last day is asked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One entry for each day asked for, in order.</returns>
    /// <exception cref="GarminException">See the remarks of the class. A refusal is thrown when no endpoint is left.</exception>
    /// <exception cref="ArgumentException">The metric is not in the catalogue.</exception>
    public async Task<IReadOnlyList<MetricDay>> ReadAsync(GarminSession session, Metric metric, DayRange range, CancellationToken cancellationToken = default)
    {
        var days = metric.OnlyLatest ? new DayRange(range.To, range.To) : range;
        var endpoints = new Queue<MetricEndpoint>(EndpointsFor(metric, days));
        if (endpoints.Count == 0)
        {
            throw new ArgumentException($"No endpoint of the catalogue answers for {metric.Name}.", nameof(metric));
        }

        var displayName = (await _data.GetProfileAsync(session, cancellationToken)).DisplayName
            ?? throw new GarminUnreachableException("the profile", "it has no display name, which is part of the addresses of health data");
        while (true)
        {
            var endpoint = endpoints.Dequeue();
            try
            {
                return await ReadAsync(session, endpoint, displayName, metric, days, cancellationToken);
            }
            catch (GarminException refusal) when (endpoints.Count > 0 && refusal is GarminRejectedException or GarminNotFoundException or EndpointRefusedException)
            {
                // The next endpoint may answer.
            }
        }
    }

    /// <summary>Makes one call of the catalogue. One request.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="endpoint">The call.</param>
    /// <param name="displayName">The athlete's, from <see cref="GarminProfile.DisplayName"/>; it is part of some addresses.</param>
    /// <param name="range">The athlete's days, no more than <see cref="MetricEndpoint.MaxDays"/>.</param>
    /// <param name="fault">Called with the name of a metric that our own code failed to read, and how; its days have a <see cref="MetricDay.Problem"/> then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One entry for each metric of the endpoint and each day of the range.</returns>
    /// <exception cref="EndpointRefusedException">The answer as a whole is of no use.</exception>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<IReadOnlyList<MetricDay>> AskAsync(
        GarminSession session,
        MetricEndpoint endpoint,
        string displayName,
        DayRange range,
        Action<string, Exception>? fault = null,
        CancellationToken cancellationToken = default)
    {
        using var answer = await AnswerAsync(session, endpoint, displayName, range, cancellationToken);
        return endpoint.Read(answer, range, fault);
    }

    private async Task<IReadOnlyList<MetricDay>> ReadAsync(
        GarminSession session, MetricEndpoint endpoint, string displayName, Metric metric, DayRange range, CancellationToken cancellationToken)
    {
        var read = new List<MetricDay>();
        foreach (var part in range.Days.Chunk(endpoint.MaxDays))
        {
            var days = await AskAsync(session, endpoint, displayName, new DayRange(part[0], part[^1]), fault: null, cancellationToken);
            read.AddRange(days.Where(day => day.Metric == metric));
        }

        return read;
    }

    private async Task<JsonDocument?> AnswerAsync(
        GarminSession session, MetricEndpoint endpoint, string displayName, DayRange range, CancellationToken cancellationToken)
    {
        try
        {
            return await _api.GetJsonAsync(session, endpoint.CallFor(displayName, range), cancellationToken);
        }
        catch (GarminNotFoundException) when (endpoint.MaxDays == 1)
        {
            // So Garmin says that the athlete had no device yet on that day (protocol, section 6.0).
            return null;
        }
    }

    // The sort is stable: among equals, the order of the catalogue decides.
    private static IEnumerable<MetricEndpoint> EndpointsFor(Metric metric, DayRange range) => MetricCatalogue.Endpoints
        .Where(endpoint => endpoint.Metrics.Contains(metric))
        .OrderByDescending(endpoint => endpoint.AnswersInFull(metric))
        .ThenBy(endpoint => (range.Length + endpoint.MaxDays - 1) / endpoint.MaxDays);
}
