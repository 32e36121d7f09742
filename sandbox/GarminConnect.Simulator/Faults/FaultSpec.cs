namespace GarminConnect.Simulator.Faults;

/// <summary>The body of <c>POST /admin/faults</c>.</summary>
internal sealed record FaultSpec
{
    public FaultMatch? Match { get; init; }

    public FaultKind Kind { get; init; }

    /// <summary>How many requests it hits; all when null.</summary>
    public int? Times { get; init; }

    /// <summary>How many seconds after it was set it ends by itself; it stays when null.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>How many matching requests it lets pass first.</summary>
    public int Skip { get; init; }

    /// <summary>The chance, from 0 to 1, that it hits a matching request; drawn from <see cref="Seed"/>.</summary>
    public double Probability { get; init; } = 1;

    public int Seed { get; init; } = 1;

    public int DelayMilliseconds { get; init; }

    public int Status { get; init; } = 503;

    /// <summary>The value of <c>Retry-After</c>; no such header when null.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>For <see cref="FaultKind.LoginBlocked"/>: how long a try blocks the next.</summary>
    public int BlockMinutes { get; init; } = 60;

    /// <summary>For <see cref="FaultKind.ZipBomb"/> and <see cref="FaultKind.LargeFile"/>: how much the entry unpacks to.</summary>
    public long UnpackedBytes { get; init; } = 1024L * 1024 * 1024;

    public string? Mistake =>
        string.IsNullOrEmpty(Match?.Endpoint) ? "match.endpoint is needed: a route template, a path, or a beginning of one followed by *"
        : Probability is < 0 or > 1 ? "probability must be between 0 and 1"
        : Times < 1 ? "times must be at least 1"
        : DurationSeconds < 1 ? "durationSeconds must be at least 1"
        : Status is < 400 or > 599 ? "status must be between 400 and 599"
        : null;
}
