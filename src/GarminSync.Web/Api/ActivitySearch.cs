namespace GarminSync.Web.Api;

/// <summary>Which activities, in which order, from where on. Days are <c>YYYY-MM-DD</c> of the athlete's clock.</summary>
public sealed record ActivitySearch
{
    /// <summary>Without a choice the newest are first.</summary>
    public const string Newest = "-start_time";

    public string? Type { get; init; }

    public string? Text { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string Sort { get; init; } = Newest;

    public string? Cursor { get; init; }

    /// <summary>Whether anything is left out.</summary>
    public bool IsFiltered => (Type ?? Text ?? From ?? To) is not null;
}
