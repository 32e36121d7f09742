using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Consumers.Workouts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace GarminSync.Consumers.Tests.Workouts;

/// <summary>The uploader between a CentralDB with plans and the simulator, each upload a unit of work of its own.</summary>
internal sealed class WorkoutHost : IAsyncDisposable
{
    public const string Plan = """
        {"id": 41, "user_id": 7, "name": "Easy run", "sport": "running", "steps": [{"type": "interval", "duration": {"type": "time", "value": 1800}}]}
        """;

    private readonly ConcurrentDictionary<string, string> _plans = new(StringComparer.Ordinal);
    private readonly CapabilityHost _host;

    private WorkoutHost(SimulatedWorkouts garmin, CapabilityHost host)
    {
        (Garmin, _host) = (garmin, host);
        _host.CentralDb.AnswerWith(context =>
            (_plans.TryGetValue(context.Request.Path.Value!.Split('/')[^1], out var plan) ? Answer.Json(plan) : Answer.Json("""{"detail":"none"}""", 404))(context));
        Store(Plan);
    }

    public SimulatedWorkouts Garmin { get; }

    public static async Task<WorkoutHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var garmin = await SimulatedWorkouts.StartAsync();
        return new WorkoutHost(garmin, await CapabilityHost.StartAsync(Answer.Status(500), [.. garmin.Settings(), .. settings]));
    }

    public void Store(string plan) => _plans[JsonNode.Parse(plan)!["id"]!.ToString()] = plan;

    public void Forget(string planId) => _plans.TryRemove(planId, out _);

    /// <summary>Uploads and saves, as the consumer does.</summary>
    public Task<WorkoutUpload> UploadAsync(string planId = "41", DateOnly? on = null, bool ledgerEmpty = false) =>
        _host.InScopeAsync(services => UploadAsync(services, planId, on, ledgerEmpty));

    public async Task<UploadedWorkout> UploadedAsync(string planId = "41", DateOnly? on = null, bool ledgerEmpty = false) =>
        (await UploadAsync(planId, on, ledgerEmpty)).ShouldBeOfType<WorkoutUpload.Uploaded>().Workout;

    /// <summary>Takes back and saves, as the consumer does. Returns what is told; null for nothing.</summary>
    public Task<IdentifiedEvent?> RemoveAsync() => _host.InScopeAsync(RemoveAsync);

    /// <summary>Takes back, and dies before anything is saved.</summary>
    public Task DieAfterRemovalAsync() => Should.ThrowAsync<IOException>(() => _host.InScopeAsync<IdentifiedEvent?>(async services =>
    {
        await RemoveAsync(services);
        throw new IOException("the process was killed");
    }));

    /// <summary>Uploads, and dies before anything is saved.</summary>
    public Task DieAfterUploadAsync(DateOnly? on = null) => Should.ThrowAsync<IOException>(() => _host.InScopeAsync<WorkoutUpload>(async services =>
    {
        await UploadAsync(services, "41", on, ledgerEmpty: false);
        throw new IOException("the process was killed");
    }));

    /// <summary>Uploads, meets the trouble, and saves, as the consumer does.</summary>
    public Task FailAsync<TException>(DateOnly? on = null)
        where TException : Exception => _host.InScopeAsync(async services => await Should.ThrowAsync<TException>(() => UploadAsync(services, "41", on, ledgerEmpty: false)));

    public Task<UploadedWorkout?> LedgerAsync() =>
        _host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<UploadedWorkout>().AsNoTracking().SingleOrDefaultAsync());

    public Task LoseLedgerAsync() => _host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<UploadedWorkout>().ExecuteDeleteAsync());

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Garmin.DisposeAsync();
    }

    private Task<IdentifiedEvent?> RemoveAsync(IServiceProvider services) => services.GetRequiredService<WorkoutRemover>().RemoveAsync(
        Garmin.Session(),
        new UploadWorkout { JobId = Guid.NewGuid(), ItemId = Guid.NewGuid(), Attempt = 1, UserId = "7", Order = new WorkoutOrder { WorkoutId = "41", Remove = true } },
        CancellationToken.None);

    private Task<WorkoutUpload> UploadAsync(IServiceProvider services, string planId, DateOnly? on, bool ledgerEmpty) =>
        services.GetRequiredService<WorkoutUploader>().UploadAsync(
            Garmin.Session(),
            new UploadWorkout
            {
                JobId = Guid.NewGuid(),
                ItemId = Guid.NewGuid(),
                Attempt = 1,
                UserId = "7",
                Order = new WorkoutOrder { WorkoutId = planId, ScheduleOn = on, LedgerEmpty = ledgerEmpty },
            },
            CancellationToken.None);
}
