namespace GarminSync.Consumers.Sync;

/// <summary>What every <see cref="WorkOrderConsumer{TOrder}"/> works with.</summary>
internal sealed record WorkOrderTools(WorkClaims Claims, WorkLane Lane, AccountWorkers Workers, WorkAttempts Attempts, WorkItemReports Reports);
