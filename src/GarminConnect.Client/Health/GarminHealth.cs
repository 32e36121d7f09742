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
        var known = EndpointsFor(metric, days).ToList();
        if (known.Count == 0)
        {
            throw new ArgumentException($"No endpoint of the catalogue answers for {metric.Name}.", nameof(metric));
        }

        var displayName = (await _data.GetProfileAsync(session, cancellationToken)).DisplayName;
        var endpoints = new Queue<MetricEndpoint>(known.Where(endpoint => displayName is not null || !endpoint.NeedsDisplayName));
        if (endpoints.Count == 0)
        {
            throw new GarminUnreachableException("the profile", $"it has no display name, which is part of the address of {metric.Name}");
        }

        while (true)
        {
            var endpoint = endpoints.Dequeue();
            try
            {
                return await ReadAsync(session, endpoint, displayName, metric, days, cancellationToken);
            }
            catch (GarminException refusal) when (endpoints.Count > 0 && IsRefusal(refusal))
            {
                // The next endpoint may answer.
            }
        }
    }

    /// <summary>Makes one call of the catalogue. One request.</summary>
    /// <param name="session">The account's session.</param>
    /// <param name="endpoint">The call.</param>
    /// <param name="displayName">
    /// The athlete's, from <see cref="GarminProfile.DisplayName"/>. Null only for an endpoint that does without: see <see cref="MetricEndpoint.NeedsDisplayName"/>.
    /// </param>
    /// <param name="range">The athlete's days, no more than <see cref="MetricEndpoint.MaxDays"/>.</param>
    /// <param name="fault">Called with the name of a metric that our own code failed to read, and how; its days have a <see cref="MetricDay.Problem"/> then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One entry for each metric of the endpoint and each day of the range.</returns>
    /// <exception cref="EndpointRefusedException">The answer as a whole is of no use.</exception>
    /// <exception cref="GarminNotFoundException">
    /// HTTP 404. Of a call about a single day, Garmin says so that the athlete had no device yet; but a server that fails may say it too.
    /// </exception>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    /// <exception cref="ArgumentNullException">The endpoint needs a display name.</exception>
    public async Task<IReadOnlyList<MetricDay>> AskAsync(
        GarminSession session,
        MetricEndpoint endpoint,
        string? displayName,
        DayRange range,
        Action<string, Exception>? fault = null,
        CancellationToken cancellationToken = default)
    {
        if (endpoint.NeedsDisplayName)
        {
            ArgumentNullException.ThrowIfNull(displayName);
        }

        using var answer = await _api.GetJsonAsync(session, endpoint.CallFor(displayName ?? "", range), cancellationToken);
        return endpoint.Read(answer, range, fault);
    }

    /// <summary>When a device of the account last brought something to Garmin; UTC. Null when Garmin does not say. One request.</summary>
    /// <remarks>Source: docs/garmin-connect.md, section 6.25.</remarks>
    /// <param name="session">The account's session.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="GarminException">See the remarks of the class.</exception>
    public async Task<DateTimeOffset?> ReadLastUploadAsync(GarminSession session, CancellationToken cancellationToken = default)
    {
        using var device = await _api.GetJsonAsync(session, new GarminCall("device-service/deviceservice/mylastused", "the last upload of a device"), cancellationToken);
        return LenientJson.UnixMilliseconds(device?.RootElement ?? default, "lastUsedDeviceUploadTime");
    }

    // Where the longest range is refused, shorter ones may be answered.
    private async Task<IReadOnlyList<MetricDay>> ReadAsync(
        GarminSession session, MetricEndpoint endpoint, string? displayName, Metric metric, DayRange range, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(session, endpoint, displayName, metric, range, endpoint.MaxDays, cancellationToken);
        }
        catch (GarminException refusal) when (IsRefusal(refusal) && Math.Min(range.Length, endpoint.MaxDays) > endpoint.SafeDays)
        {
            return await ReadAsync(session, endpoint, displayName, metric, range, endpoint.SafeDays, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<MetricDay>> ReadAsync(
        GarminSession session, MetricEndpoint endpoint, string? displayName, Metric metric, DayRange range, int daysAtOnce, CancellationToken cancellationToken)
    {
        var read = new List<MetricDay>();
        foreach (var part in range.Days.Chunk(daysAtOnce))
        {
            try
            {
                var days = await AskAsync(session, endpoint, displayName, new DayRange(part[0], part[^1]), fault: null, cancellationToken);
                read.AddRange(days.Where(day => day.Metric == metric));
            }
            catch (GarminNotFoundException) when (endpoint.MaxDays == 1)
            {
                // No device yet on that day (docs/garmin-connect.md, section 6.0): the profile was answered just before, so that Garmin itself says it.
                read.Add(new MetricDay(metric, part[0], []));
            }
        }

        return read;
    }

    private static bool IsRefusal(GarminException failure) => failure is GarminRejectedException or GarminNotFoundException or EndpointRefusedException;

    // The sort is stable: among equals, the order of the catalogue decides.
    private static IEnumerable<MetricEndpoint> EndpointsFor(Metric metric, DayRange range) => MetricCatalogue.Endpoints
        .Where(endpoint => endpoint.Metrics.Contains(metric))
        .OrderByDescending(endpoint => endpoint.AnswersInFull(metric))
        .ThenBy(endpoint => (range.Length + endpoint.MaxDays - 1) / endpoint.MaxDays);
}
