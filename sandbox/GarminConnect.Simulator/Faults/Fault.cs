namespace GarminConnect.Simulator.Faults;

/// <summary>A fault that was asked for, and what it has done so far. Guarded by the lock of <see cref="FaultBoard"/>.</summary>
internal sealed class Fault(int id, FaultSpec spec, DateTimeOffset now)
{
    private readonly Random _random = new(spec.Seed);
    private readonly DateTimeOffset? _ends = spec.DurationSeconds is { } seconds ? now.AddSeconds(seconds) : null;
    private int _matched;

    public int Id { get; } = id;

    public FaultSpec Spec { get; } = spec;

    public FaultKind Kind => Spec.Kind;

    /// <summary>How many requests it has hit.</summary>
    public int Hits { get; private set; }

    /// <summary>For <see cref="FaultKind.LoginBlocked"/>: when a login would be answered again.</summary>
    public DateTimeOffset? BlockedUntil { get; private set; } = spec.Kind == FaultKind.LoginBlocked ? now.AddMinutes(spec.BlockMinutes) : null;

    /// <summary>Decides about one matching request.</summary>
    public bool Strikes(DateTimeOffset now)
    {
        if (now >= _ends || ++_matched <= Spec.Skip || Hits >= Spec.Times || now >= BlockedUntil || (Spec.Probability < 1 && _random.NextDouble() >= Spec.Probability))
        {
            return false;
        }

        Hits++;
        if (BlockedUntil is not null)
        {
            BlockedUntil = now.AddMinutes(Spec.BlockMinutes);
        }

        return true;
    }
}
