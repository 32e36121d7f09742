using MassTransit;

namespace GarminSync.Outbox;

/// <summary>Keeps questions that met an outage out of the error queue. Whoever asked has the fault.</summary>
internal sealed class UnansweredQuestionFilter : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) =>
        context.Exception is StateStoreAwayException ? Task.CompletedTask : next.Send(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("unansweredQuestion");
}
