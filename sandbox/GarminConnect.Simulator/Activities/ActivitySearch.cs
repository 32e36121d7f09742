namespace GarminConnect.Simulator.Activities;

/// <summary>The query of the activity list.</summary>
internal sealed record ActivitySearch
{
    public const int MaxLimit = 1000;
    private const int DefaultLimit = 20;

    public int? Start { get; init; }

    public int? Limit { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public string? ActivityType { get; init; }

    public string? ActivitySubType { get; init; }

    public string? SortOrder { get; init; }

    public string? Search { get; init; }

    public string? Mistake =>
        Limit is < 1 or > MaxLimit ? $"limit must be between 1 and {MaxLimit}" : Start < 0 ? "start must not be negative" : null;

    /// <summary>What the list makes of it when it is set to ignore some of its parameters.</summary>
    public ActivitySearch As(SimulatorOptions options) => this with
    {
        StartDate = options.ListIgnoresDays ? null : StartDate,
        EndDate = options.ListIgnoresDays ? null : EndDate,
        SortOrder = options.ListOldestFirst ? "asc" : SortOrder,
    };

    public IEnumerable<Activity> Apply(IEnumerable<Activity> newestFirst)
    {
        var found = newestFirst.Where(Matches);
        found = SortOrder == "asc" ? found.Reverse() : found;
        return found.Skip(Start ?? 0).Take(Limit ?? DefaultLimit);
    }

    private bool Matches(Activity activity) =>
        (StartDate is null || activity.Day >= StartDate)
        && (EndDate is null || activity.Day <= EndDate)
        && (string.IsNullOrEmpty(ActivityType) || ActivityTypes.IsUnder(activity.TypeId, ActivityType))
        && (string.IsNullOrEmpty(ActivitySubType) || ActivityTypes.Get(activity.TypeId).TypeKey == ActivitySubType)
        && (string.IsNullOrEmpty(Search) || activity.Name.Contains(Search, StringComparison.OrdinalIgnoreCase));
}
