namespace GarminSync.Consumers.Activities;

/// <summary>What <see cref="FetchActivityConsumer"/> has to fetch.</summary>
public sealed record ActivityOrder
{
    /// <summary>The row of Garmin's list as JSON, without personal data of the owner. All metadata comes from it, so no call per activity is needed.</summary>
    public required string Row { get; init; }

    /// <summary>Values of <see cref="Contracts.ActivityFileFormats"/>.</summary>
    public required IReadOnlyList<string> Formats { get; init; }

    /// <summary>When the row was listed; null in orders of older versions. A later listing that is stored already is not overwritten.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>Garmin's ids of the legs of a multisport activity, kept with what is stored of it; null when nobody has asked for them.</summary>
    public IReadOnlyList<long>? LegIds { get; init; }
}
