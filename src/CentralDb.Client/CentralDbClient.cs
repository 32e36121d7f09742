using System.Globalization;
using System.Net;
using Microsoft.Extensions.Options;

namespace CentralDb.Client;

/// <summary>FitTrack's system of record, over HTTP. Safe for any number of callers at once.</summary>
/// <remarks>
/// A call that failed in passing is repeated twice before it is given up; writes carry a key that makes a repeat count once. "None" is null. Every call
/// throws <see cref="CentralDbUnreachableException"/>, <see cref="CentralDbRejectedException"/>, or <see cref="OperationCanceledException"/> when the caller
/// gives up.
/// </remarks>
public sealed class CentralDbClient
{
    private const string Credentials = "the Garmin credentials of a user";
    private const string Token = "the token of a user";
    internal const string File = "a file of an activity";

    // RFC 2606 keeps the domain free for ever.
    private const string NobodysEmail = "nobody@fittrack.invalid";

    private readonly ICentralDbApi _api;
    private readonly CentralDbOptions _options;
    private readonly TimeProvider _clock;

    private bool _cannotReplace;

    internal CentralDbClient(ICentralDbApi api, IOptions<CentralDbOptions> options, TimeProvider clock) => (_api, _options, _clock) = (api, options.Value, clock);

    /// <summary>Reads a user.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public Task<CentralDbUser?> GetUserAsync(string userId, CancellationToken cancellationToken) =>
        ByIdAsync("a user", userId, () => _api.GetUserAsync(userId, cancellationToken), cancellationToken);

    /// <summary>Finds the user with an e-mail.</summary>
    /// <param name="email">Letter case does not matter.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task<CentralDbUser?> FindUserAsync(string email, CancellationToken cancellationToken)
    {
        var users = await AskForUsersAsync(email, cancellationToken);
        // A CentralDB that does not know the filter answers with every user: take none but the right one.
        return users.Find(user => string.Equals(user?.Email, email, StringComparison.OrdinalIgnoreCase))
            ?? (users is [{ Email: null } only] && await FiltersAsync(only, cancellationToken) ? only : null);
    }

    private async Task<List<CentralDbUser>> AskForUsersAsync(string email, CancellationToken cancellationToken) =>
        await CentralDbCall.OrNoneAsync("the user of an e-mail", () => _api.FindUsersAsync(email, cancellationToken), cancellationToken) ?? [];

    // The only user there is would come for every e-mail, and belong to whoever logs in.
    private async Task<bool> FiltersAsync(CentralDbUser found, CancellationToken cancellationToken) =>
        !(await AskForUsersAsync(NobodysEmail, cancellationToken)).Exists(user => user?.Id == found.Id);

    /// <summary>Finds the user with an e-mail, or makes one.</summary>
    /// <param name="email">Letter case does not matter. A new user has it as the name too.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The user, found or made.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task<CentralDbUser> FindOrCreateUserAsync(string email, CancellationToken cancellationToken)
    {
        if (await FindUserAsync(email, cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            var user = new NewCentralDbUser(email, email);
            return await CentralDbCall.RunAsync("a new user", () => _api.CreateUserAsync(NewKey(), user, cancellationToken), cancellationToken)
                ?? await MadeUserAsync(email, cancellationToken);
        }
        catch (CentralDbRejectedException rejected) when (rejected.Status == HttpStatusCode.Conflict)
        {
            // Made by somebody else since we looked.
            return await MadeUserAsync(email, cancellationToken);
        }
    }

    /// <summary>Erases a user and all that is stored of him: records, files, credentials, tokens. May be repeated, and goes on where it was cut off.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>How far one call came; nothing is left of a user whom CentralDB does not know.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task<UserErasureResult> EraseUserAsync(string userId, CancellationToken cancellationToken)
    {
        const string What = "the erasure of a user";
        if (!CentralDbId.IsPossible(userId))
        {
            return UserErasureResult.Erased;
        }

        using var answer = await CentralDbCall.RunAsync(What, () => _api.EraseUserAsync(userId, cancellationToken), cancellationToken);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.Accepted:
                return UserErasureResult.InPart;
            case HttpStatusCode.NotFound:
                // Whether it has no such user or no such call, the user tells.
                return await GetUserAsync(userId, cancellationToken) is null ? UserErasureResult.Erased : UserErasureResult.NotSupported;
            case HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented:
                return UserErasureResult.NotSupported;
            case var status when CentralDbCall.IsTemporary(status):
                throw new CentralDbUnreachableException(What, CentralDbCall.Failure(status, CentralDbErrorDetail.Of(await answer.Content.ReadAsStringAsync(cancellationToken))));
            case var status when !answer.IsSuccessStatusCode:
                throw new CentralDbRejectedException(What, status, detail: null);
            default:
                return UserErasureResult.Erased;
        }
    }

    /// <summary>Reads the Garmin credentials of a user.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Null when there are none.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public Task<GarminCredentials?> GetCredentialsAsync(string userId, CancellationToken cancellationToken) =>
        ByIdAsync(Credentials, userId, () => _api.GetCredentialsAsync(userId, cancellationToken), cancellationToken, secret: true);

    /// <summary>Stores the Garmin credentials of a user in place of any others.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="credentials">Stored as a whole, so null forgets a value.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task SaveCredentialsAsync(string userId, GarminCredentials credentials, CancellationToken cancellationToken) =>
        await CreateOrUpdateAsync(
            Credentials,
            () => _api.CreateCredentialsAsync(userId, NewKey(), credentials, cancellationToken),
            () => _api.UpdateCredentialsAsync(userId, NewKey(), credentials, cancellationToken),
            cancellationToken);

    /// <summary>Reads the token of a user.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public Task<ApplicationToken?> GetTokenAsync(string userId, CancellationToken cancellationToken) =>
        ByIdAsync(Token, userId, () => _api.GetTokenAsync(userId, cancellationToken), cancellationToken, secret: true);

    /// <summary>Stores the token of its user in place of any other.</summary>
    /// <param name="token">Names its user.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task SaveTokenAsync(ApplicationToken token, CancellationToken cancellationToken) =>
        await CreateOrUpdateAsync(
            Token,
            () => _api.CreateTokenAsync(NewKey(), token, cancellationToken),
            () => _api.UpdateTokenAsync(token.UserId, NewKey(), token, cancellationToken),
            cancellationToken);

    /// <summary>Stores an activity and its file, or replaces it. The same again changes nothing.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="upload">
    /// Its file is opened anew for each try. A number that no activity has (negative, not finite, beyond a thousand million) and a time outside of 1901 to
    /// 2199 are left out; names and types are cut after 1000 and 100 characters, and what databases do not take is taken out of them. The raw summary is not changed.
    /// </param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What CentralDB holds now: the upload, or a newer revision that it had.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task<StoredActivity> UploadActivityAsync(string userId, ActivityUpload upload, CancellationToken cancellationToken)
    {
        var what = $"activity {upload.GarminActivityId}";
        // A header has room for ASCII only, an id for anything.
        var key = $"activity-{Uri.EscapeDataString(userId)}-{upload.GarminActivityId}-{upload.FileFormat}-{upload.Revision}-{upload.Sha256}";
        using var form = ActivityUploadForm.Of(Plausible.Of(upload));
        return await CentralDbCall.RunAsync(what, () => _api.UploadActivityAsync(userId, key, form, cancellationToken), cancellationToken)
            ?? throw new CentralDbUnreachableException(what, "its answer does not say under which id it is stored");
    }

    /// <summary>How large an activity file may be. A proxy before CentralDB may take less.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Bytes; null when CentralDB does not say.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    public async Task<long?> GetMaxFileSizeAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await CentralDbCall.OrNoneAsync("its limits", () => _api.GetLimitsAsync(cancellationToken), cancellationToken))?.MaxFileSizeBytes;
        }
        catch (CentralDbRejectedException)
        {
            // One that does not know the question.
            return null;
        }
    }

    /// <summary>Removes one record of an activity. It is no error when there is none.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="activityId">CentralDB's id of the record, as in <see cref="StoredActivity.Id"/>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task DeleteActivityAsync(string userId, string activityId, CancellationToken cancellationToken)
    {
        try
        {
            await CentralDbCall.RunAsync("the deletion of an activity", () => _api.DeleteActivityAsync(userId, activityId, cancellationToken), cancellationToken);
        }
        catch (CentralDbRejectedException rejected) when (rejected.Status == HttpStatusCode.NotFound)
        {
            // Gone before, or deleted by a try whose answer was lost.
        }
    }

    /// <summary>Stores data points, in as many requests as <see cref="CentralDbOptions.HealthMetricBatchSize"/> asks for.</summary>
    /// <param name="metrics">A point that is there already gets the new value.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What the requests did, taken together. After an exception some of them may have been carried out.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task<HealthMetricCounts> WriteHealthMetricsAsync(IReadOnlyCollection<HealthMetric> metrics, CancellationToken cancellationToken)
    {
        var counts = HealthMetricCounts.Unknown;
        foreach (var batch in metrics.Chunk(_options.HealthMetricBatchSize))
        {
            var written = await CentralDbCall.RunAsync("health metrics", () => WriteAsync(batch, cancellationToken), cancellationToken);
            counts += written ?? HealthMetricCounts.Unknown;
        }

        return counts;
    }

    /// <summary>
    /// Makes the data points of some types and days those of the range, in one transaction. A CentralDB that has no such call is told what is there now, and, where it
    /// can be read, that the rest is superseded: <c>"superseded": true</c> in the details.
    /// </summary>
    /// <param name="range">What is right. One request, so not more points than CentralDB takes at once; ours takes 10,000.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>What it did.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task<HealthMetricCounts> ReplaceHealthMetricsAsync(HealthMetricRange range, CancellationToken cancellationToken)
    {
        if (_options.HealthMetricBatchSize > 1 && !_cannotReplace)
        {
            try
            {
                return await CentralDbCall.RunAsync(
                    "health metrics", () => _api.ReplaceHealthMetricsAsync(NewKey(), range, cancellationToken), cancellationToken) ?? HealthMetricCounts.Unknown;
            }
            catch (CentralDbRejectedException rejected)
                when (rejected.Status is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnprocessableEntity)
            {
                // It may not have the call, or not have the user: the write tells. Only a path that is not there at all is remembered.
                _cannotReplace = rejected.Status == HttpStatusCode.MethodNotAllowed;
            }
        }

        var counts = await WriteHealthMetricsAsync(range.Metrics, cancellationToken);
        var superseded = await SupersededAsync(range, cancellationToken);
        await WriteHealthMetricsAsync(superseded, cancellationToken);
        return counts with { Deleted = superseded.Count };
    }

    /// <summary>Reads a page of a user's activities.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="query">Which activities, and from where.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Null when there is no such user, or CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public Task<ActivityPage?> ListActivitiesAsync(string userId, ActivityQuery query, CancellationToken cancellationToken) =>
        ByIdAsync("a list of activities", userId, () => _api.ListActivitiesAsync(userId, query, cancellationToken), cancellationToken);

    /// <summary>Reads one activity by Garmin's id.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="garminActivityId">Garmin's id of the activity.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Null when there is no such user or activity, or CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public Task<ActivityOverview?> GetActivityAsync(string userId, long garminActivityId, CancellationToken cancellationToken) =>
        ByIdAsync("an activity", userId, () => _api.GetActivityAsync(userId, garminActivityId, cancellationToken), cancellationToken);

    /// <summary>Reads what was stored of an activity and when, the newest revision first.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="garminActivityId">Garmin's id of the activity.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Null when there is no such user or activity, or CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public Task<IReadOnlyList<ActivityRevision>?> ListActivityRevisionsAsync(string userId, long garminActivityId, CancellationToken cancellationToken) =>
        ByIdAsync("the revisions of an activity", userId, () => _api.ListActivityRevisionsAsync(userId, garminActivityId, cancellationToken), cancellationToken);

    /// <summary>Begins to read a file of an activity. It is not held in memory: its bytes come while it is copied.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="activityId">CentralDB's id of the record that has it, as in <see cref="StoredActivityFile.Id"/>.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The caller disposes of it. Null when there is no such record, or it has no file.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public async Task<ActivityFileContent?> DownloadActivityFileAsync(string userId, string activityId, CancellationToken cancellationToken)
    {
        if (!CentralDbId.IsPossible(userId) || !CentralDbId.IsPossible(activityId))
        {
            return null;
        }

        var answer = await CentralDbCall.RunAsync(File, () => _api.DownloadActivityFileAsync(userId, activityId, partByPart: true, cancellationToken), cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            return new ActivityFileContent(answer, _options.RequestTimeout, _clock);
        }

        using (answer)
        {
            return answer.StatusCode switch
            {
                HttpStatusCode.NotFound => null,
                var status when CentralDbCall.IsTemporary(status) => throw new CentralDbUnreachableException(
                    File, CentralDbCall.Failure(status, CentralDbErrorDetail.Of(await answer.Content.ReadAsStringAsync(cancellationToken)))),
                var status => throw new CentralDbRejectedException(File, status, CentralDbErrorDetail.Of(await answer.Content.ReadAsStringAsync(cancellationToken))),
            };
        }
    }

    /// <summary>Reads which types of activity a user has.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The most frequent first. Null when there is no such user, or CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public async Task<IReadOnlyList<ActivityTypeCount>?> ListActivityTypesAsync(string userId, CancellationToken cancellationToken) =>
        await ByIdAsync("the types of activities", userId, () => _api.ListActivityTypesAsync(userId, cancellationToken), cancellationToken);

    /// <summary>Reads metrics over a range of time, in no more points than a chart draws. Made for curves: the values themselves stay in CentralDB.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="metricTypes">At least one, at most 20.</param>
    /// <param name="from">The first moment. A value of a day counts as one of the beginning of its day in UTC. Null: from the first value.</param>
    /// <param name="to">The last moment, inclusive. Null: to the last value.</param>
    /// <param name="points">How many buckets of equal time the range is cut into at most; 1 to 2000.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>In the order of the types; one without a value is not there. Null when there is no such user, or CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public async Task<IReadOnlyList<HealthMetricSeries>?> GetHealthMetricSeriesAsync(
        string userId, IReadOnlyList<string> metricTypes, DateTimeOffset? from, DateTimeOffset? to, int points, CancellationToken cancellationToken) =>
        (await CentralDbCall.OrNoneAsync(
            "a series of health metrics",
            () => _api.GetHealthMetricSeriesAsync(
                userId, metricTypes, from is { } first ? UtcTimeJson.Text(first) : null, to is { } last ? UtcTimeJson.Text(last) : null, points, cancellationToken),
            cancellationToken))?.Items;

    /// <summary>Reads metrics with one value a day. Meant for what is measured once or a few times a day; curves are for <see cref="GetHealthMetricSeriesAsync"/>.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="metricTypes">At least one, at most 100.</param>
    /// <param name="from">The first day, the user's calendar. Null: from the first value.</param>
    /// <param name="to">The last day, inclusive. Null: to the last value.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>In the order of the types; one without a value is not there. Null when there is no such user, or CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public async Task<IReadOnlyList<HealthMetricDays>?> GetHealthMetricDaysAsync(
        string userId, IReadOnlyList<string> metricTypes, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        (await CentralDbCall.OrNoneAsync(
            "days of health metrics", () => _api.GetHealthMetricDaysAsync(userId, metricTypes, Text(from), Text(to), cancellationToken), cancellationToken))?.Items;

    /// <summary>Reads the values of a metric as they are stored, with their details. Meant for the few of a day or night; curves are for <see cref="GetHealthMetricSeriesAsync"/>.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="metricType">What is measured.</param>
    /// <param name="from">The first day. A value of a moment counts as one of its day in UTC.</param>
    /// <param name="to">The last day, inclusive.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>The oldest first, at most the 1000 of a page; without those that are marked as superseded. Null when there is no such user, or CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public async Task<IReadOnlyList<HealthMetric>?> GetHealthMetricsAsync(
        string userId, string metricType, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var page = await CentralDbCall.OrNoneAsync(
            "health metrics", () => _api.GetHealthMetricsAsync(userId, metricType, Text(from), Text(to), cancellationToken), cancellationToken);
        return page is null ? null : [.. page.Items.Where(metric => !SupersededMetrics.IsMarked(metric))];
    }

    /// <summary>Reads the last value of each metric that a user has.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>In the order of the types' names. Null when there is no such user, or CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public async Task<IReadOnlyList<LatestHealthMetric>?> GetLatestHealthMetricsAsync(string userId, CancellationToken cancellationToken) =>
        (await CentralDbCall.OrNoneAsync("the latest health metrics", () => _api.GetLatestHealthMetricsAsync(userId, cancellationToken), cancellationToken))?.Items;

    /// <summary>Reads a part of a user's workout plans, newest first.</summary>
    /// <param name="userId">CentralDB's id of the user.</param>
    /// <param name="limit">How many at most; 1 to 500.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Empty also for a user who is not there. Null when CentralDB has no such call.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request, or has no such call.</exception>
    public Task<WorkoutPlanPage?> ListWorkoutPlansAsync(string userId, int limit, int offset, CancellationToken cancellationToken) =>
        CentralDbCall.OrNoneAsync("a list of workout plans", () => _api.ListWorkoutPlansAsync(userId, limit, offset, cancellationToken), cancellationToken);

    /// <summary>Reads a workout plan.</summary>
    /// <param name="workoutId">CentralDB's id of the plan.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="CentralDbUnreachableException">CentralDB could not be asked, or failed.</exception>
    /// <exception cref="CentralDbRejectedException">CentralDB refused the request.</exception>
    public Task<WorkoutPlan?> GetWorkoutPlanAsync(string workoutId, CancellationToken cancellationToken) =>
        ByIdAsync("a workout plan", workoutId, () => _api.GetWorkoutPlanAsync(workoutId, cancellationToken), cancellationToken);

    private static async Task<T?> ByIdAsync<T>(string what, string id, Func<Task<T?>> call, CancellationToken cancellationToken, bool secret = false)
        where T : class =>
        CentralDbId.IsPossible(id) ? await CentralDbCall.OrNoneAsync(what, call, cancellationToken, secret) : null;

    private Task<HealthMetricCounts?> WriteAsync(HealthMetric[] batch, CancellationToken cancellationToken) =>
        _options.HealthMetricBatchSize == 1
            ? _api.WriteHealthMetricAsync(NewKey(), batch[0], cancellationToken)
            : _api.WriteHealthMetricsAsync(NewKey(), batch, cancellationToken);

    private async Task<IReadOnlyList<HealthMetric>> SupersededAsync(HealthMetricRange range, CancellationToken cancellationToken)
    {
        var found = new List<HealthMetric>();
        // A night begins on the day before; a moment of the last day may be on the next in UTC.
        var (from, to) = (Text(range.From.AddDays(-1)), Text(range.To.AddDays(1)));
        foreach (var type in range.MetricTypes)
        {
            try
            {
                var stored = await CentralDbCall.RunAsync(
                    "health metrics", () => _api.ListHealthMetricsAsync(range.UserId, type, from, to, cancellationToken), cancellationToken);
                found.AddRange(SupersededMetrics.Of(range, stored));
            }
            catch (CentralDbRejectedException)
            {
                // It does not let them be read: what is superseded stays as it is (docs/decisions/0026).
                break;
            }
        }

        return found;
    }

    private static string? Text(DateOnly? day) => day is { } known ? Text(known) : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<CentralDbUser> MadeUserAsync(string email, CancellationToken cancellationToken) =>
        await FindUserAsync(email, cancellationToken)
        ?? throw new CentralDbUnreachableException("a new user", "it accepted the user and does not find it");

    private static async Task CreateOrUpdateAsync(string what, Func<Task> create, Func<Task> update, CancellationToken cancellationToken)
    {
        try
        {
            await CentralDbCall.RunAsync(what, create, cancellationToken, secret: true);
        }
        catch (CentralDbRejectedException rejected) when (rejected.Status == HttpStatusCode.Conflict)
        {
            await CentralDbCall.RunAsync(what, update, cancellationToken, secret: true);
        }
    }

    /// <summary>Names one write, so that its repeats after a broken connection count once.</summary>
    private static string NewKey() => Guid.NewGuid().ToString();
}
