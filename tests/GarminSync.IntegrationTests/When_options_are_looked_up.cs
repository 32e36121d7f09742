using System.Reflection;
using FitTrack.CentralDb;
using GarminSync.Bus;
using GarminSync.Gateway.Access;
using GarminSync.Outbox;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>docs/configuration.md, and docs/centraldb.md for CentralDB's own, against the classes that the options are read into.</summary>
public sealed class When_options_are_looked_up
{
    private static readonly Assembly[] Ours =
        [typeof(AuthOptions).Assembly, typeof(StateOptions).Assembly, typeof(BusOptions).Assembly, typeof(CentralDbServerOptions).Assembly];

    public static TheoryData<string> Options { get; } =
        [.. Ours.SelectMany(assembly => assembly.GetTypes()).Where(IsRoot).SelectMany(type => Names(type, SectionOf(type))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Options))]
    public void Each_is_documented(string option)
    {
        var page = option.StartsWith(CentralDbServerOptions.SectionName, StringComparison.Ordinal) ? "centraldb.md" : "configuration.md";

        var text = File.ReadAllText(Path.Combine(Docs(), page)).Replace(":", "__", StringComparison.Ordinal);

        (text.Contains($"`{option}`", StringComparison.Ordinal) || text.Contains($"`{option}__0`", StringComparison.Ordinal)).ShouldBeTrue($"{option} is not in docs/{page}");
    }

    private static bool IsRoot(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.Name.EndsWith("Options", StringComparison.Ordinal) && type != typeof(RabbitMqOptions)
        && type.Namespace is { } name && (name.StartsWith("GarminSync", StringComparison.Ordinal) || name.StartsWith("FitTrack", StringComparison.Ordinal));

    // Two are bound without a constant: from the root, and from "State".
    private static string SectionOf(Type type) =>
        type == typeof(BusOptions) ? ""
        : type == typeof(StateOptions) ? "State__"
        : $"{type.GetField("SectionName")?.GetRawConstantValue() ?? throw new InvalidOperationException($"{type} has no SectionName")}__".Replace(":", "__", StringComparison.Ordinal);

    private static IEnumerable<string> Names(Type type, string section) => type.GetProperties().SelectMany(property =>
        property.PropertyType == typeof(RabbitMqOptions) ? Names(property.PropertyType, $"{section}{property.Name}__") : [$"{section}{property.Name}"]);

    private static string Docs()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FitTrack.Messaging.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run in a checkout.");
        }

        return Path.Combine(folder.FullName, "docs");
    }
}
