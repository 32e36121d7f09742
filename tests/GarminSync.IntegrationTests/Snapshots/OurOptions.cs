using System.Text.Json;
using System.Text.Json.Serialization;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>The options, read from the classes that they are bound to.</summary>
internal static class OurOptions
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private static readonly IReadOnlyList<Type> Classes =
        [.. OurAssemblies.Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal))];

    /// <summary>As environment variables name them, with their defaults as JSON.</summary>
    public static IReadOnlyList<(string Name, string Default)> All { get; } =
        [.. Classes.Where(IsRoot).SelectMany(type => Read(type, SectionOf(type))).DistinctBy(option => option.Name).OrderBy(option => option.Name, StringComparer.Ordinal)];

    // Not one that others are derived from, or have as a part.
    private static bool IsRoot(Type type) =>
        !Classes.Any(other => other.IsSubclassOf(type) || other.GetProperties().Any(property => property.PropertyType == type));

    private static string SectionOf(Type type)
    {
        var section = type.GetField("SectionName")?.GetRawConstantValue() as string
            ?? throw new InvalidOperationException($"{type} has no SectionName.");
        return section.Length == 0 ? "" : $"{section}__".Replace(":", "__", StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Default)> Read(Type type, string section)
    {
        var defaults = Activator.CreateInstance(type, nonPublic: true);
        return type.GetProperties().SelectMany(property => Classes.Contains(property.PropertyType)
            ? Read(property.PropertyType, $"{section}{property.Name}__")
            : [($"{section}{property.Name}", JsonSerializer.Serialize(property.GetValue(defaults), property.PropertyType, Json))]);
    }
}
