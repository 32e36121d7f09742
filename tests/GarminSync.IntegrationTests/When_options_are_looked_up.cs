using FitTrack.CentralDb;
using GarminSync.IntegrationTests.Snapshots;
using Shouldly;
using Xunit;

namespace GarminSync.IntegrationTests;

/// <summary>docs/configuration.md, and docs/centraldb.md for CentralDB's own, against the classes that the options are read into.</summary>
public sealed class When_options_are_looked_up
{
    public static TheoryData<string> Options { get; } = [.. OurOptions.All.Select(option => option.Name)];

    [Theory]
    [MemberData(nameof(Options))]
    public void Each_is_documented(string option)
    {
        var page = option.StartsWith(CentralDbServerOptions.SectionName, StringComparison.Ordinal) ? "centraldb.md" : "configuration.md";

        var text = File.ReadAllText(Path.Combine(Docs(), page)).Replace(":", "__", StringComparison.Ordinal);

        (text.Contains($"`{option}`", StringComparison.Ordinal) || text.Contains($"`{option}__0`", StringComparison.Ordinal)).ShouldBeTrue($"{option} is not in docs/{page}");
    }

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
