using MassTransit;

namespace GarminSync.Outbox.Tests;

internal sealed class TallyMachine : MassTransitStateMachine<Tally>
{
    public TallyMachine()
    {
        InstanceState(tally => tally.CurrentState);
        Event(() => Opened, e =>
        {
            e.CorrelateById(m => m.Message.TallyId);
            e.InsertOnInitial = true;
            e.SetSagaFactory(m => new Tally { CorrelationId = m.Message.TallyId });
        });
        Event(() => Counted, e => e.CorrelateById(m => m.Message.TallyId));
        Event(() => CountedByName, e =>
        {
            e.CorrelateBy((tally, m) => tally.Name == m.Message.Name);
            e.OnMissingInstance(missing => missing.Discard());
        });
        Event(() => Closed, e =>
        {
            e.CorrelateById(m => m.Message.TallyId);
            e.OnMissingInstance(missing => missing.ExecuteAsync(m => m.Publish(new NoSuchTally(m.Message.TallyId), m.CancellationToken)));
        });
        Event(() => Asked, e =>
        {
            e.CorrelateById(m => m.Message.TallyId);
            e.ReadOnly = true;
            e.OnMissingInstance(missing => missing.ExecuteAsync(m => m.RespondAsync(new NoSuchTally(m.Message.TallyId))));
        });

        Initially(
            When(Opened).Then(c => c.Saga.Name = c.Message.Name).TransitionTo(Open),
            When(Counted).Then(c => c.Saga.Count++).Publish(c => new Ticked(c.Saga.CorrelationId, c.Saga.Count)).TransitionTo(Open));
        During(
            Open,
            When(Opened).Then(c => c.Saga.Name = c.Message.Name),
            When(Counted).Then(c => c.Saga.Count++).Publish(c => new Ticked(c.Saga.CorrelationId, c.Saga.Count)),
            When(CountedByName).Then(c => c.Saga.Count++),
            When(Closed).Publish(c => new TallyClosed(c.Saga.CorrelationId, c.Saga.Count)).Finalize());
        DuringAny(When(Asked).Then(c => c.Saga.Count += 1000).Respond(c => new TallyCount(c.Saga.Count - 1000)));
        SetCompletedWhenFinalized();
    }

    public MassTransit.State Open { get; private set; } = null!;

    public Event<OpenTally> Opened { get; private set; } = null!;

    public Event<Tick> Counted { get; private set; } = null!;

    public Event<TickByName> CountedByName { get; private set; } = null!;

    public Event<CloseTally> Closed { get; private set; } = null!;

    public Event<GetTally> Asked { get; private set; } = null!;
}
