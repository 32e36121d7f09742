using MassTransit;

namespace GarminSync.Consumers.Sync;

/// <summary>Handles each message of a job in the job's trace.</summary>
internal sealed class SyncJobTraceFilter(TimeProvider clock) : IFilter<SagaConsumeContext<SyncJob>>
{
    public async Task Send(SagaConsumeContext<SyncJob> context, IPipe<SagaConsumeContext<SyncJob>> next)
    {
        using var activity = SyncTraces.GoOn(context.Saga, clock.GetUtcNow());
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("syncJobTrace");
}
