using CentralDb.Client;
using CentralDb.Client.Tests;
using GarminSync.Testing;
using Xunit;

namespace GarminSync.Consumers.Tests.Workouts;

/// <summary>Reads plans from JSON as the service does: through the client of CentralDB. The tests of a class share one.</summary>
public sealed class PlanReader : IAsyncLifetime
{
    private CentralDbHarness? _db;

    public async ValueTask InitializeAsync() => _db = await CentralDbHarness.StartAsync(Answer.Status(404));

    public async Task<WorkoutPlan> ReadAsync(string json)
    {
        _db!.Server.AnswerWith(Answer.Json(json));
        return (await _db.Client.GetWorkoutPlanAsync("1", TestContext.Current.CancellationToken))!;
    }

    public ValueTask DisposeAsync() => _db?.DisposeAsync() ?? ValueTask.CompletedTask;
}
