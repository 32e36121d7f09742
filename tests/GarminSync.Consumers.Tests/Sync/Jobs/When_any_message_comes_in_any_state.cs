using GarminSync.Consumers.Sync;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_any_message_comes_in_any_state
{
    private static readonly SyncJobStateMachine Machine = new(SyncRegistration.KindsIn(new ServiceCollection().AddConsumerServices(new ConfigurationBuilder().Build())));

    public static MatrixTheoryData<string, string> Grid() => new(
        Machine.Events.Where(@event => @event.GetType().IsGenericType).Select(@event => @event.Name),
        Machine.States.Except([Machine.Initial, Machine.Final]).Select(state => state.Name));

    [Theory, MemberData(nameof(Grid))]
    public void It_is_handled_or_ignored(string message, string state) =>
        Machine.GetState(state).Events.Select(@event => @event.Name).ShouldContain(message, "it would end in the error queue");

    [Fact]
    public void All_the_messages_and_states_are_looked_at() => (Grid().Count >= 13 * 8).ShouldBeTrue();
}
