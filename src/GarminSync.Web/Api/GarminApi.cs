using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GarminSync.Web.People;

namespace GarminSync.Web.Api;

/// <summary>The gateway's HTTP API, called for the person who looks at the page: with that person's token, and counted to that person's address.</summary>
internal sealed partial class GarminApi(IHttpClientFactory clients, Person person, PageKey key, OwnAddress address, TimeProvider clock)
{
    /// <summary>The client of these calls; it has no time limit of its own, because some of them are streams.</summary>
    public const string ClientName = "page";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    // The longest answer of the API itself, a login, takes a minute and a half.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(2);

    public Task<ApiAnswer<AccountList>> AccountsAsync(CancellationToken cancellationToken) =>
        AskAsync<AccountList>(HttpMethod.Get, "api/garmin/accounts", null, cancellationToken);

    public Task<ApiAnswer<MetricList>> MetricsAsync(CancellationToken cancellationToken) =>
        AskAsync<MetricList>(HttpMethod.Get, "api/garmin/metrics", null, cancellationToken);

    /// <summary>Forgets an account's tokens and password. Null when it is done.</summary>
    public async Task<ApiProblem?> UnlinkAsync(string userId, CancellationToken cancellationToken)
    {
        var (answer, problem) = await SendAsync(HttpMethod.Delete, $"api/garmin/accounts/{Uri.EscapeDataString(userId)}", null, cancellationToken);
        answer?.Dispose();
        return problem;
    }

    /// <summary>Erases all that is kept of a user; it goes on after the answer. Null when it has begun.</summary>
    public async Task<ApiProblem?> EraseAsync(string userId, CancellationToken cancellationToken)
    {
        var id = Uri.EscapeDataString(userId);
        var (answer, problem) = await SendAsync(HttpMethod.Delete, $"api/garmin/users/{id}?confirm={id}", null, cancellationToken);
        answer?.Dispose();
        return problem;
    }

    /// <param name="what">What to sync, as in the path of the call: <c>activities</c>, <c>health-metrics</c>; null for both.</param>
    public Task<ApiAnswer<Job>> SyncAsync(string? what, SyncRequest request, CancellationToken cancellationToken) =>
        AskAsync<Job>(HttpMethod.Post, what is null ? "api/garmin/sync" : $"api/garmin/sync/{what}", request, cancellationToken);

    /// <param name="userId">Whose jobs.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cursor">From the page before; null for the first.</param>
    public Task<ApiAnswer<JobList>> JobsAsync(string userId, int limit, string? cursor, CancellationToken cancellationToken) =>
        AskAsync<JobList>(HttpMethod.Get, $"api/garmin/sync/jobs?user_id={Uri.EscapeDataString(userId)}&limit={limit}&cursor={Uri.EscapeDataString(cursor ?? "")}", null, cancellationToken);

    public Task<ApiAnswer<Job>> JobAsync(Guid jobId, CancellationToken cancellationToken) => AskAsync<Job>(HttpMethod.Get, PathOf(jobId), null, cancellationToken);

    public Task<ApiAnswer<Job>> CancelAsync(Guid jobId, CancellationToken cancellationToken) => AskAsync<Job>(HttpMethod.Delete, PathOf(jobId), null, cancellationToken);

    /// <param name="jobId">The job.</param>
    /// <param name="item">The one failure to retry; null for all.</param>
    public Task<ApiAnswer<Job>> RetryAsync(Guid jobId, string? item, CancellationToken cancellationToken) =>
        AskAsync<Job>(HttpMethod.Post, $"{PathOf(jobId)}/retry", item is null ? null : new RetryRequest([item]), cancellationToken);

    public Task<ApiAnswer<Coverage>> CoverageAsync(string userId, DateOnly from, DateOnly to, CancellationToken cancellationToken) => AskAsync<Coverage>(
        HttpMethod.Get, $"api/garmin/accounts/{Uri.EscapeDataString(userId)}/coverage?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}", null, cancellationToken);

    public Task<ApiAnswer<LatestHealth>> LatestHealthAsync(string userId, CancellationToken cancellationToken) =>
        AskAsync<LatestHealth>(HttpMethod.Get, $"api/garmin/health/latest?user_id={Uri.EscapeDataString(userId)}", null, cancellationToken);

    public Task<ApiAnswer<AthleteDay>> AthleteDayAsync(string userId, DateOnly date, CancellationToken cancellationToken) =>
        AskAsync<AthleteDay>(HttpMethod.Get, $"api/garmin/health/day?user_id={Uri.EscapeDataString(userId)}&date={date:yyyy-MM-dd}", null, cancellationToken);

    /// <param name="userId">Whose values.</param>
    /// <param name="types">1 to 20.</param>
    /// <param name="range">The rest of the query: <c>resolution=day&amp;from=…</c>.</param>
    public Task<ApiAnswer<HealthData>> HealthAsync(string userId, IReadOnlyList<string> types, string range, CancellationToken cancellationToken) => AskAsync<HealthData>(
        HttpMethod.Get,
        $"api/garmin/health?user_id={Uri.EscapeDataString(userId)}&{range}{string.Concat(types.Select(type => $"&metric_type={Uri.EscapeDataString(type)}"))}",
        null,
        cancellationToken);

    public Task<ApiAnswer<Schedule>> ScheduleAsync(string userId, CancellationToken cancellationToken) =>
        AskAsync<Schedule>(HttpMethod.Get, ScheduleOf(userId), null, cancellationToken);

    public Task<ApiAnswer<Schedule>> SetScheduleAsync(string userId, ScheduleRequest schedule, CancellationToken cancellationToken) =>
        AskAsync<Schedule>(HttpMethod.Put, ScheduleOf(userId), schedule, cancellationToken);

    /// <summary>Ends what syncs an account by itself. Null when it is done.</summary>
    public async Task<ApiProblem?> RemoveScheduleAsync(string userId, CancellationToken cancellationToken)
    {
        var (answer, problem) = await SendAsync(HttpMethod.Delete, ScheduleOf(userId), null, cancellationToken);
        answer?.Dispose();
        return problem;
    }

    /// <param name="way">The rest of the path of the login: nothing, <c>/mfa</c>, <c>/ticket</c> or <c>/tokens</c>.</param>
    /// <param name="body">Its body.</param>
    public async Task<LinkOutcome> LinkAsync(string way, object body, CancellationToken cancellationToken)
    {
        var (answer, problem) = await SendAsync(HttpMethod.Post, $"api/garmin/login{way}", body, cancellationToken);
        using (answer)
        {
            if (answer is null)
            {
                return new LinkOutcome.Refused(problem!);
            }

            return answer.StatusCode == HttpStatusCode.Accepted
                ? (await answer.Content.ReadFromJsonAsync<LinkOutcome.CodeNeeded>(Json, cancellationToken))!
                : new LinkOutcome.Linked(answer.Content.Headers.ContentLocation is { } account ? Uri.UnescapeDataString(account.OriginalString.Split('/')[^1]) : null);
        }
    }

    /// <summary>Opens a stream of events. Null: there was no answer.</summary>
    /// <param name="path">The stream's path.</param>
    /// <param name="lastEventId">Where to go on; null for from now on.</param>
    public async Task<HttpResponseMessage?> OpenAsync(string path, string? lastEventId, CancellationToken cancellationToken)
    {
        using var request = await RequestAsync(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        try
        {
            return await Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static string PathOf(Guid jobId) => $"api/garmin/sync/jobs/{jobId}";

    private static string ScheduleOf(string userId) => $"api/garmin/accounts/{Uri.EscapeDataString(userId)}/schedule";

    private async Task<ApiAnswer<T>> AskAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        where T : class
    {
        var (answer, problem) = await SendAsync(method, path, body, cancellationToken);
        using (answer)
        {
            return answer is null ? problem! : (await answer.Content.ReadFromJsonAsync<T>(Json, cancellationToken))!;
        }
    }

    private async Task<(HttpResponseMessage? Answer, ApiProblem? Problem)> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        using var request = await RequestAsync(method, path);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestAnswer);
        try
        {
            var answer = await Client().SendAsync(request, limit.Token);
            if (answer.IsSuccessStatusCode)
            {
                return (answer, null);
            }

            using (answer)
            {
                if (answer.StatusCode == HttpStatusCode.Unauthorized && person.SignsIn)
                {
                    return (null, new ApiProblem { Detail = Texts.SignedOut });
                }

                return (null, await ApiProblems.ReadAsync(answer, clock, cancellationToken));
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, new ApiProblem { Detail = Texts.ApiAway });
        }
    }

    private HttpClient Client() => clients.CreateClient(ClientName);

    private async Task<HttpRequestMessage> RequestAsync(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(address.Url, path));
        var (token, callerAddress) = await person.CredentialsAsync();
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        key.Sign(request, callerAddress);
        return request;
    }
}
