using System.Text.Json;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.HealthMetrics;
using GarminSync.Consumers.Workouts;
using GarminSync.Contracts;

namespace GarminSync.Consumers.Sync;

/// <summary>The messages about a work item, which differ by its kind.</summary>
internal static class WorkOrders
{
    public static object For(SyncJob job, WorkItem item) => item.Kind switch
    {
        SyncKinds.Activities => new FetchActivity
        {
            JobId = job.CorrelationId,
            ItemId = item.Id,
            Attempt = item.Attempts,
            UserId = job.UserId,
            Order = JsonSerializer.Deserialize<ActivityOrder>(item.Order)!,
        },
        SyncKinds.Health => new FetchHealthMetrics
        {
            JobId = job.CorrelationId,
            ItemId = item.Id,
            Attempt = item.Attempts,
            UserId = job.UserId,
            Order = JsonSerializer.Deserialize<HealthMetricOrder>(item.Order)!,
        },
        SyncKinds.Workouts => new UploadWorkout
        {
            JobId = job.CorrelationId,
            ItemId = item.Id,
            Attempt = item.Attempts,
            UserId = job.UserId,
            Order = JsonSerializer.Deserialize<WorkoutOrder>(item.Order)!,
        },
        _ => throw UnknownKind(item),
    };

    /// <summary>The event that says that an item was given up; null for a kind whose failures are told by the job and the coverage alone.</summary>
    public static object? Failure(SyncJob job, WorkItem item) => item.Kind switch
    {
        SyncKinds.Activities => new ActivitySyncFailed
        {
            UserId = job.UserId,
            GarminActivityId = long.Parse(item.Key),
            Reason = item.Reason!,
            Attempts = item.Failures + item.Losses,
            JobId = job.CorrelationId,
        },
        SyncKinds.Health => null,
        SyncKinds.Workouts => new WorkoutUploadFailed
        {
            UserId = job.UserId,
            WorkoutId = item.Key,
            Reason = item.Reason!,
            JobId = job.CorrelationId,
        },
        _ => throw UnknownKind(item),
    };

    private static InvalidOperationException UnknownKind(WorkItem item) =>
        new($"Work item {item.Id} is of the kind '{item.Kind}', for which there are no messages.");
}
