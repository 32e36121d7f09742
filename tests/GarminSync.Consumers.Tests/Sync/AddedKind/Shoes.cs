namespace GarminSync.Consumers.Tests.Sync.AddedKind;

/// <summary>Stands for Garmin's list of shoes, and says what comes of fetching each.</summary>
internal sealed class Shoes
{
    /// <summary>In the order in which they are to be fetched.</summary>
    public IReadOnlyList<string> Listed { get; set; } = [];

    /// <summary>Whether a worker goes on with the next shoe by itself.</summary>
    public bool GoOn { get; set; }

    /// <summary>Why Garmin does not list them; null: it does.</summary>
    public Exception? NotListed { get; set; }

    /// <summary>Is given the shoe and which try this is; may throw.</summary>
    public Func<string, int, ShoeFetch> Fetch { get; set; } = (_, _) => ShoeFetch.Fetched;
}
