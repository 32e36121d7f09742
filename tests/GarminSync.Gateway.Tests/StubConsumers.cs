using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Gateway.Tests;

/// <summary>Stands in for the consumers: answers each request as the test says, and remembers what was asked.</summary>
internal sealed class StubConsumers
{
    public static readonly Guid JobId = Guid.Parse("0193b0a1-7c00-7000-8000-000000000001");

    private readonly List<object> _requests = [];

    public Func<object, object> Login { get; set; } = _ => new GarminLoginAnswered { Outcome = GarminLoginOutcomes.Linked, UserId = "7" };

    public Func<SyncRequested, object> Sync { get; set; } = request => new SyncAccepted { Job = Job(jobType: request.Kinds is [var kind] ? kind : SyncKinds.All), Joined = false };

    public Func<object, object> AboutJob { get; set; } = _ => Job();

    public Func<ListSyncJobs, SyncJobList> Jobs { get; set; } = _ => new SyncJobList { Jobs = [Job()] };

    public Func<ListGarminAccounts, GarminAccountList> Accounts { get; set; } = _ => new GarminAccountList { Accounts = [Account()] };

    public Func<UnlinkGarminAccount, object> Unlink { get; set; } = request => new GarminAccountUnlinked { UserId = request.UserId };

    public Func<object, object> Erase { get; set; } = _ => new UserErasureStatus
    {
        UserId = "7",
        State = UserErasureStates.UnderWay,
        RequestedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
    };

    public Func<object, object> Schedule { get; set; } = request => request is RemoveSyncSchedule remove ? new SyncScheduleRemoved { UserId = remove.UserId } : SyncSchedule();

    public HealthMetricList Metrics { get; set; } = new() { Metrics = [] };

    public Func<GetCoverage, object> Coverage { get; set; } =
        request => new SyncRefused { Reason = SyncRefusals.NotLinked, Detail = $"No Garmin account is linked to the user '{request.UserId}'." };

    public Func<StoreUserToken, object> StoreToken { get; set; } = request => new UserTokenStored { UserId = request.UserId };

    public Func<CheckUserToken, object> CheckToken { get; set; } = _ => new UserTokenChecked { Valid = false };

    public Func<RevokeUserToken, object> RevokeToken { get; set; } = request => new UserTokenRevoked { UserId = request.UserId, HadOne = true };

    public Func<GetWorkoutStatus, object> WorkoutStatus { get; set; } =
        request => new WorkoutStatus { UserId = request.UserId, WorkoutId = request.WorkoutId, State = WorkoutStates.NotSent };

    /// <summary>By default a stream has no events and is over at once.</summary>
    public Func<GetPublicEvents, object> Events { get; set; } = _ => new PublicEventList { Events = [], Next = 1, HasMore = false, JobEnded = true };

    public Func<GetOperations, OperationsReport> Operations { get; set; } = _ => new OperationsReport { Accounts = [], Jobs = [], Outages = [], GarminRequests = [] };

    /// <summary>The requests of a type that arrived, in their order.</summary>
    public IReadOnlyList<T> Received<T>()
    {
        lock (_requests)
        {
            return [.. _requests.OfType<T>()];
        }
    }

    /// <summary>All requests that arrived, in their order.</summary>
    public IReadOnlyList<object> All => Received<object>();

    public void AddTo(IBusRegistrationConfigurator bus)
    {
        Answer<PingConsumers>(bus, _ => new ConsumersPinged());
        Answer<LinkGarminAccount>(bus, request => Login(request));
        Answer<SubmitMfaCode>(bus, request => Login(request));
        Answer<RedeemServiceTicket>(bus, request => Login(request));
        Answer<ImportGarminTokens>(bus, request => Login(request));
        Answer<SyncRequested>(bus, request => Sync(request));
        Answer<GetSyncStatus>(bus, request => AboutJob(request));
        Answer<GetSyncJob>(bus, request => AboutJob(request));
        Answer<CancelSync>(bus, request => AboutJob(request));
        Answer<RetryFailedItems>(bus, request => AboutJob(request));
        Answer<ListSyncJobs>(bus, request => Jobs(request));
        Answer<ListGarminAccounts>(bus, request => Accounts(request));
        Answer<UnlinkGarminAccount>(bus, request => Unlink(request));
        Answer<EraseUser>(bus, request => Erase(request));
        Answer<GetUserErasure>(bus, request => Erase(request));
        Answer<SetSyncSchedule>(bus, request => Schedule(request));
        Answer<RemoveSyncSchedule>(bus, request => Schedule(request));
        Answer<GetSyncSchedule>(bus, request => Schedule(request));
        Answer<StoreUserToken>(bus, request => StoreToken(request));
        Answer<CheckUserToken>(bus, request => CheckToken(request));
        Answer<RevokeUserToken>(bus, request => RevokeToken(request));
        Answer<ListHealthMetrics>(bus, _ => Metrics);
        Answer<GetCoverage>(bus, request => Coverage(request));
        Answer<GetWorkoutStatus>(bus, request => WorkoutStatus(request));
        Answer<GetPublicEvents>(bus, request => Events(request));
        Answer<GetOperations>(bus, request => Operations(request));
    }

    public static SyncJobStatus Job(string state = SyncJobStates.Fetching, string jobType = SyncKinds.Activities) => new()
    {
        JobId = JobId,
        UserId = "7",
        JobType = jobType,
        State = state,
        Progress = 0.25,
        RequestedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
        StartedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 1, TimeSpan.Zero),
        GarminRequests = 5,
        Counts = [new SyncKindCounts { Kind = SyncKinds.Activities, Planned = 12, Done = 3, Unchanged = 40, Failed = 0 }],
        Failures = [new SyncItemFailure { Kind = SyncKinds.Activities, Item = "17", Reason = "No FIT file in the ZIP.", Attempts = 3 }],
    };

    public static GarminAccountStatus Account() => new()
    {
        UserId = "7",
        UserName = "athlete@example.com",
        Status = GarminAccountStatuses.Linked,
        LinkedAt = new DateTimeOffset(2026, 11, 22, 7, 0, 0, TimeSpan.Zero),
    };

    public static SyncSchedule SyncSchedule() => new()
    {
        UserId = "7",
        Source = SyncScheduleSources.Own,
        Cron = "0 */6 * * *",
        TimeZone = "Europe/Berlin",
        Kinds = [SyncKinds.Activities, SyncKinds.Health],
        Smart = true,
        NextSyncAt = new DateTimeOffset(2026, 11, 22, 11, 2, 17, TimeSpan.Zero),
    };

    private void Answer<TRequest>(IBusRegistrationConfigurator bus, Func<TRequest, object> answer)
        where TRequest : class =>
        bus.AddHandler<TRequest>(context =>
        {
            lock (_requests)
            {
                _requests.Add(context.Message);
            }

            var message = answer(context.Message);
            return context.RespondAsync(message, message.GetType());
        });
}
