namespace GarminSync.Benchmarks;

/// <summary>What is synchronised, and on what.</summary>
/// <param name="Accounts">How many accounts, all at once.</param>
/// <param name="Activities">How many activities each of them has at Garmin.</param>
internal sealed record Load(int Accounts, int Activities)
{
    /// <summary>How many activities of one account are fetched at once.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>How long Garmin takes for each answer, besides its work.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>How many consumer processes there are.</summary>
    public int Consumers { get; init; } = 1;

    /// <summary>Everything in one process, on SQLite and without a broker; else on RabbitMQ and PostgreSQL.</summary>
    public bool IsStandalone { get; init; }

    public override string ToString()
    {
        var latency = Latency > TimeSpan.Zero ? $", Garmin answers in {Latency.TotalMilliseconds} ms" : "";
        var on = IsStandalone ? "standalone" : $"{Consumers} {(Consumers == 1 ? "consumer" : "consumers")}";
        return $"{Accounts} × {Activities} activities, {AtOnce} at once each{latency}, {on}";
    }
}
