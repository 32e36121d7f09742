using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GarminSync.Consumers;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;
using MassTransit.RabbitMqTransport;
using MassTransit.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>
/// The messages as they are on the wire: the public ones, and all that consumers and the saga take. Beside them the words that stand in them and in stored rows.
/// </summary>
internal static class OurMessages
{
    private static readonly RabbitMqMessageNameFormatter Exchange = new();

    private static readonly JsonSerializerOptions Json =
        new(SystemTextJsonMessageSerializer.Options) { TypeInfoResolver = SystemTextJsonMessageSerializer.Options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver() };

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly IReadOnlyList<Type> Contracts = typeof(SyncRequested).Assembly.GetExportedTypes();

    private static readonly IReadOnlyList<Type> StateMachines =
        [.. OurAssemblies.Types.Where(type => type is { IsAbstract: false, BaseType: { IsGenericType: true } parent } && parent.GetGenericTypeDefinition() == typeof(MassTransitStateMachine<>))];

    private static readonly IReadOnlyList<Type> Messages =
    [
        .. Contracts.Where(type => !IsStatic(type))
            .Concat(OurAssemblies.Types.Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IConsumer))).SelectMany(type => type.GetInterfaces()).Where(type => Is(type, typeof(IConsumer<>))).Select(Argument))
            .Concat(StateMachines.SelectMany(type => type.GetProperties()).Where(property => Is(property.PropertyType, typeof(Event<>))).Select(property => Argument(property.PropertyType)))
            .Concat(FaultsOfOrders())
            .Distinct(),
    ];

    // The saga learns of these from the kinds of data that are registered, not from its own properties.
    private static IEnumerable<Type> FaultsOfOrders()
    {
        var services = new ServiceCollection().AddConsumerServices(new ConfigurationBuilder().Build());
        return new SyncJobStateMachine(SyncRegistration.KindsIn(services)).Events
            .SelectMany(heard => heard.GetType().GetInterfaces()).Where(type => Is(type, typeof(Event<>))).Select(Argument);
    }

    public static IEnumerable<string> Lines()
    {
        var plain = Messages.Where(type => !type.IsAssignableTo(typeof(Fault))).ToList();
        return Messages.Select(type => $"message {MessageUrn.ForTypeString(type)} exchange {Exchange.GetMessageName(type)}")
            .Concat(plain.SelectMany(type => Members($"{type.Namespace}:{type.Name}", type)))
            .Concat(Parts(plain).SelectMany(type => Members(type.Name, type)))
            .Concat(Contracts.Where(IsStatic).SelectMany(Words))
            .Concat(StateMachines.SelectMany(type => type.GetProperties()).Where(property => property.PropertyType == typeof(State)).Select(state => $"state {state.Name}"));
    }

    private static IEnumerable<string> Members(string name, Type type) => Json.GetTypeInfo(type).Properties.Select(member =>
        $"member {name}.{member.Name} {Describe(member)}{(member.IsRequired ? " required" : "")}");

    private static string Describe(JsonPropertyInfo member) =>
        Word(member.PropertyType) + (member.AttributeProvider is PropertyInfo property && Nullability.Create(property).ReadState == NullabilityState.Nullable ? " or null" : "");

    // What JSON makes of it: whether a list is an array or a list in C# is seen by nobody.
    private static string Word(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? Word(value)
        : type == typeof(string) || !type.IsAssignableTo(typeof(IEnumerable)) ? type.Name
        : type.GetGenericArguments() is [_, var entry] ? $"object of {Word(entry)}"
        : $"array of {Word(type.GetGenericArguments()[0])}";

    // The records inside messages, and inside those, that are not listed as messages already.
    private static HashSet<Type> Parts(IReadOnlyCollection<Type> messages)
    {
        var (parts, left) = (new HashSet<Type>(), new Queue<Type>(messages));
        while (left.TryDequeue(out var type))
        {
            foreach (var part in Json.GetTypeInfo(type).Properties.SelectMany(member => WithArguments(member.PropertyType)).Where(IsOurRecord).Except(messages).Where(parts.Add))
            {
                left.Enqueue(part);
            }
        }

        return parts;
    }

    private static IEnumerable<Type> WithArguments(Type type) => type.GetGenericArguments().SelectMany(WithArguments).Prepend(type);

    private static bool IsOurRecord(Type type) => type is { IsEnum: false, Namespace: not null } && OurAssemblies.Types.Contains(type);

    private static IEnumerable<string> Words(Type type) => type.GetFields().Where(field => field.IsLiteral).Select(field => $"word {type.Name}.{field.Name} '{field.GetRawConstantValue()}'");

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static bool Is(Type type, Type generic) => type.IsGenericType && type.GetGenericTypeDefinition() == generic;

    private static Type Argument(Type type) => type.GetGenericArguments()[0];
}
