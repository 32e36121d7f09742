using System.Reflection;
using GarminSync.Contracts;
using MassTransit;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Architecture;

public sealed class Consumers_and_their_messages
{
    private static readonly Type[] BusTypes = [typeof(IBus), typeof(IBusControl), typeof(IPublishEndpoint), typeof(ISendEndpointProvider)];

    [Fact]
    public void Each_consumer_has_a_definition_of_its_name()
    {
        Solution.ConsumerTypes.ShouldNotBeEmpty();
        foreach (var consumer in Solution.ConsumerTypes)
        {
            var definition = Solution.Consumers.GetType($"{consumer.FullName}Definition").ShouldNotBeNull($"{consumer.Name} has no definition");
            definition.IsSubclassOf(typeof(ConsumerDefinition<>).MakeGenericType(consumer)).ShouldBeTrue(definition.Name);
        }
    }

    [Fact]
    public void Each_message_has_one_consumer() =>
        Solution.ConsumedMessages.Except([typeof(GarminAccountLinked)]).GroupBy(message => message).ShouldAllBe(consumers => consumers.Count() == 1);

    [Fact]
    public void Each_command_and_question_of_the_contracts_has_a_consumer()
    {
        string[] asking = ["Get", "List", "Link", "Unlink", "Cancel", "Retry", "Submit", "Redeem", "Import", "Set", "Remove", "Erase"];

        var commands = Solution.PublicMessages.Where(message => asking.Any(word => message.Name.StartsWith(word, StringComparison.Ordinal)) || message == typeof(SyncRequested));

        commands.Except(Solution.ConsumedMessages).ShouldBeEmpty();
    }

    [Fact]
    public void Each_message_is_a_public_sealed_record()
    {
        foreach (var message in Solution.PublicMessages.Union(Solution.ConsumedMessages))
        {
            message.IsPublic.ShouldBeTrue(message.Name);
            message.IsSealed.ShouldBeTrue(message.Name);
            message.GetMethod("<Clone>$").ShouldNotBeNull($"{message.Name} is no record");
        }
    }

    [Fact]
    public void No_consumer_publishes_past_its_context()
    {
        foreach (var parameter in Solution.ConsumerTypes.SelectMany(consumer => consumer.GetConstructors()).SelectMany(constructor => constructor.GetParameters()))
        {
            BusTypes.ShouldNotContain(parameter.ParameterType, $"{parameter.Member.DeclaringType!.Name}: what it publishes there is not in its outbox");
        }
    }

    [Fact]
    public void Nothing_of_the_consumers_is_public_but_messages()
    {
        var visible = Solution.Consumers.GetExportedTypes().Where(type => type.GetMethod("<Clone>$") is null && type != Solution.Consumers.EntryPoint!.DeclaringType);

        visible.Where(type => type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null
            && type.Namespace?.StartsWith("GarminSync", StringComparison.Ordinal) == true).ShouldBeEmpty();
    }
}
