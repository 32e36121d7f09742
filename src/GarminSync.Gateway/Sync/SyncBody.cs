using GarminSync.Contracts;
using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Sync;

/// <summary>What to sync; every field is optional, and so is the body.</summary>
/// <param name="UserId">CentralDB's id of the user; needed only when more than one account is linked.</param>
/// <param name="StartDate">First day, <c>YYYY-MM-DD</c>; absent: everything not yet synced.</param>
/// <param name="EndDate">Last day, <c>YYYY-MM-DD</c>, inclusive; absent: today.</param>
/// <param name="Formats">Files of an activity: <c>original</c> (the default), <c>tcx</c>, <c>gpx</c>.</param>
/// <param name="Metrics">Names of health metrics; absent: all.</param>
/// <param name="Detail"><c>summary</c> (the default) or <c>intraday</c>.</param>
/// <param name="Force">True: fetch again what is settled.</param>
/// <param name="IfRunning">When a sync of the account runs: <c>queue</c> (the default: join it or wait for its end) or <c>reject</c>.</param>
internal sealed record SyncBody(
    string? UserId = null,
    string? StartDate = null,
    string? EndDate = null,
    IReadOnlyList<string>? Formats = null,
    IReadOnlyList<string>? Metrics = null,
    string? Detail = null,
    bool? Force = null,
    string? IfRunning = null)
{
    /// <summary>The greatest size of the body of a sync call, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    public static ValueTask<SyncBody> BindAsync(HttpContext context) => JsonBody.ReadAsync(context, MaxBytes, Read);

    public SyncRequested ToRequest(IReadOnlyList<string>? kinds) => new()
    {
        UserId = UserId,
        Kinds = kinds,
        StartDate = StartDate,
        EndDate = EndDate,
        Formats = Formats,
        Metrics = Metrics,
        Detail = Detail,
        Force = Force,
        IfRunning = IfRunning,
    };

    private static SyncBody Read(JsonFields fields)
    {
        var body = new SyncBody(
            fields.Text("user_id"),
            fields.Day("start_date"),
            fields.Day("end_date"),
            fields.Choices("formats", ActivityFileFormats.Original, ActivityFileFormats.Tcx, ActivityFileFormats.Gpx),
            fields.Texts("metrics"),
            fields.Choice("detail", SyncDetails.Summary, SyncDetails.Intraday),
            fields.Flag("force"),
            fields.Choice("if_running", IfRunningChoices.Queue, IfRunningChoices.Reject));

        // Days as YYYY-MM-DD sort as text.
        if (string.CompareOrdinal(body.StartDate ?? SyncRequested.EarliestDay, SyncRequested.EarliestDay) < 0)
        {
            fields.Refuse("start_date", $"must not be before {SyncRequested.EarliestDay}; without it everything is synchronised that is not yet");
        }

        if (string.CompareOrdinal(body.StartDate, body.EndDate ?? body.StartDate) > 0)
        {
            fields.Refuse("end_date", "must not be before start_date");
        }

        return body;
    }
}
