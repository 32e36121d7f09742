using System.Text.RegularExpressions;
using GarminSync.Consumers.Tests.Architecture;
using GarminSync.Contracts;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Events;

public sealed partial class Public_events_and_their_documentation
{
    [Fact]
    public void Those_that_are_kept_are_those_that_messages_md_lists_for_subscribers()
    {
        Assert.SkipWhen(Solution.SourceFolder is null, "The tests run away from the sources.");
        var page = File.ReadAllLines(Path.Combine(Solution.SourceFolder, "..", "docs", "messages.md"));

        var table = page.SkipWhile(line => !line.StartsWith("| event |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));

        table.SelectMany(row => Name().Matches(row.Split('|')[1]).Select(match => match.Groups["name"].Value)).ShouldBe(PublicEventTypes.All, ignoreOrder: true);
        PublicEventTypes.EndOfJob.ShouldBeSubsetOf(PublicEventTypes.All);
    }

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
