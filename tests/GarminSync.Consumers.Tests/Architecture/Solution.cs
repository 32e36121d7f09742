using System.Reflection;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using MassTransit;

namespace GarminSync.Consumers.Tests.Architecture;

/// <summary>What the rules are about.</summary>
internal static class Solution
{
    public static readonly Assembly Consumers = typeof(SyncJobStateMachine).Assembly;

    public static readonly Assembly Contracts = typeof(SyncRequested).Assembly;

    public static IReadOnlyList<Type> ConsumerTypes { get; } = [.. Consumers.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IConsumer)))];

    /// <summary>The messages of the contracts; the sets of words that go with them are static.</summary>
    public static IReadOnlyList<Type> PublicMessages { get; } = [.. Contracts.GetExportedTypes().Where(type => !(type.IsAbstract && type.IsSealed))];

    /// <summary>All that is consumed, by consumers and by the saga, faults apart.</summary>
    public static IReadOnlyList<Type> ConsumedMessages { get; } =
    [
        .. ConsumerTypes.SelectMany(MessagesOf),
        .. typeof(SyncJobStateMachine).GetProperties().Select(property => property.PropertyType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Event<>))
            .Select(type => type.GetGenericArguments()[0])
            .Where(message => !message.IsAssignableTo(typeof(Fault))),
    ];

    public static IEnumerable<Type> MessagesOf(Type consumer) => consumer.GetInterfaces()
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
        .Select(type => type.GetGenericArguments()[0]);

    /// <summary>The folder <c>src</c> of the checkout; <see langword="null"/> when the tests run away from it.</summary>
    public static string? SourceFolder { get; } = FindSourceFolder();

    /// <summary>The project files below <c>src</c>; none when the tests run away from them.</summary>
    public static IEnumerable<string> Projects() =>
        SourceFolder is null ? [] : Directory.EnumerateFiles(SourceFolder, "*.csproj", SearchOption.AllDirectories);

    private static string? FindSourceFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "FitTrack.Messaging.sln")))
        {
            root = root.Parent;
        }

        return root is null ? null : Path.Combine(root.FullName, "src");
    }
}
