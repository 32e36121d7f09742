using System.Net;
using Microsoft.Extensions.Options;

namespace CentralDb.Client;

/// <summary>FitTrack's system of record.</summary>
/// <remarks>Every call throws <see cref="CentralDbUnreachableException"/> or <see cref="CentralDbRejectedException"/>; "none" is null.</remarks>
internal sealed class CentralDbClient(ICentralDbApi api, IOptions<CentralDbOptions> options)
{
    private const string Credentials = "the Garmin credentials of a user";
    private const string Token = "the token of a user";

    public Task<CentralDbUser?> GetUserAsync(string userId, CancellationToken cancellationToken) =>
        ByIdAsync("a user", userId, () => api.GetUserAsync(userId, cancellationToken), cancellationToken);

    /// <summary>The user with this e-mail, letter case aside.</summary>
    public async Task<CentralDbUser?> FindUserAsync(string email, CancellationToken cancellationToken)
    {
        var users = await CentralDbCall.OrNoneAsync("the user of an e-mail", () => api.FindUsersAsync(email, cancellationToken), cancellationToken) ?? [];
        // A CentralDB that does not know the filter answers with every user: take none but the right one.
        return users.Find(user => string.Equals(user?.Email, email, StringComparison.OrdinalIgnoreCase))
            ?? (users is [{ Email: null } only] ? only : null);
    }

    /// <summary>The user with this e-mail; made when there is none.</summary>
    public async Task<CentralDbUser> FindOrCreateUserAsync(string email, CancellationToken cancellationToken)
    {
        if (await FindUserAsync(email, cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            var user = new NewCentralDbUser(email, email);
            return await CentralDbCall.RunAsync("a new user", () => api.CreateUserAsync(NewKey(), user, cancellationToken), cancellationToken)
                ?? await MadeUserAsync(email, cancellationToken);
        }
        catch (CentralDbRejectedException rejected) when (rejected.Status == HttpStatusCode.Conflict)
        {
            // Made by somebody else since we looked.
            return await MadeUserAsync(email, cancellationToken);
        }
    }

    public Task<GarminCredentials?> GetCredentialsAsync(string userId, CancellationToken cancellationToken) =>
        ByIdAsync(Credentials, userId, () => api.GetCredentialsAsync(userId, cancellationToken), cancellationToken, secret: true);

    /// <summary>Stores the credentials, whether or not there were some; as a whole, so null forgets a value.</summary>
    public async Task SaveCredentialsAsync(string userId, GarminCredentials credentials, CancellationToken cancellationToken) =>
        await CreateOrUpdateAsync(
            Credentials,
            () => api.CreateCredentialsAsync(userId, NewKey(), credentials, cancellationToken),
            () => api.UpdateCredentialsAsync(userId, NewKey(), credentials, cancellationToken),
            cancellationToken);

    public Task<ApplicationToken?> GetTokenAsync(string userId, CancellationToken cancellationToken) =>
        ByIdAsync(Token, userId, () => api.GetTokenAsync(userId, cancellationToken), cancellationToken, secret: true);

    /// <summary>Stores the token of its user in place of any other.</summary>
    public async Task SaveTokenAsync(ApplicationToken token, CancellationToken cancellationToken) =>
        await CreateOrUpdateAsync(
            Token,
            () => api.CreateTokenAsync(NewKey(), token, cancellationToken),
            () => api.UpdateTokenAsync(token.UserId, NewKey(), token, cancellationToken),
            cancellationToken);

    /// <summary>Stores an activity and its file, or replaces it. The same again changes nothing.</summary>
    public async Task<StoredActivity> UploadActivityAsync(string userId, ActivityUpload upload, CancellationToken cancellationToken)
    {
        var what = $"activity {upload.GarminActivityId}";
        // A header has room for ASCII only, an id for anything.
        var key = $"activity-{Uri.EscapeDataString(userId)}-{upload.GarminActivityId}-{upload.FileFormat}-{upload.Revision}-{upload.Sha256}";
        using var form = ActivityUploadForm.Of(upload);
        return await CentralDbCall.RunAsync(what, () => api.UploadActivityAsync(userId, key, form, cancellationToken), cancellationToken)
            ?? throw new CentralDbUnreachableException(what, "its answer does not say under which id it is stored");
    }

    /// <summary>Removes one record of an activity. One that is not there is removed already.</summary>
    public async Task DeleteActivityAsync(string userId, string activityId, CancellationToken cancellationToken)
    {
        try
        {
            await CentralDbCall.RunAsync("the deletion of an activity", () => api.DeleteActivityAsync(userId, activityId, cancellationToken), cancellationToken);
        }
        catch (CentralDbRejectedException rejected) when (rejected.Status == HttpStatusCode.NotFound)
        {
            // Gone before, or deleted by a try whose answer was lost.
        }
    }

    /// <summary>Stores data points, in as many requests as <see cref="CentralDbOptions.HealthMetricBatchSize"/> asks for.</summary>
    public async Task<HealthMetricCounts> WriteHealthMetricsAsync(IReadOnlyCollection<HealthMetric> metrics, CancellationToken cancellationToken)
    {
        var counts = HealthMetricCounts.Unknown;
        foreach (var batch in metrics.Chunk(options.Value.HealthMetricBatchSize))
        {
            var written = await CentralDbCall.RunAsync("health metrics", () => WriteAsync(batch, cancellationToken), cancellationToken);
            counts += written ?? HealthMetricCounts.Unknown;
        }

        return counts;
    }

    public Task<WorkoutPlan?> GetWorkoutPlanAsync(string workoutId, CancellationToken cancellationToken) =>
        ByIdAsync("a workout plan", workoutId, () => api.GetWorkoutPlanAsync(workoutId, cancellationToken), cancellationToken);

    private static async Task<T?> ByIdAsync<T>(string what, string id, Func<Task<T?>> call, CancellationToken cancellationToken, bool secret = false)
        where T : class =>
        CentralDbId.IsPossible(id) ? await CentralDbCall.OrNoneAsync(what, call, cancellationToken, secret) : null;

    private Task<HealthMetricCounts?> WriteAsync(HealthMetric[] batch, CancellationToken cancellationToken) =>
        options.Value.HealthMetricBatchSize == 1
            ? api.WriteHealthMetricAsync(NewKey(), batch[0], cancellationToken)
            : api.WriteHealthMetricsAsync(NewKey(), batch, cancellationToken);

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
