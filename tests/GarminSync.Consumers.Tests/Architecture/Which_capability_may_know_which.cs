using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Architecture;

/// <summary>
/// The arrows between the folders of GarminSync.Consumers: <c>Accounts ← Sync ← Activities, Events, HealthMetrics, Operations, Schedules, Workouts</c>. What the compiler made of the sources is
/// looked at, and, for constants and <c>nameof</c>, which leave no trace there, their using directives.
/// </summary>
public sealed partial class Which_capability_may_know_which
{
    private const string Root = "GarminSync.Consumers";

    // Each folder and the folders that it may name. Whoever adds an arrow here has thought about it. What lies at the root puts all of them together.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["State"] = [],
        ["Accounts"] = ["State"],
        ["UserTokens"] = [],
        ["Sync"] = ["State", "Accounts"],
        ["Events"] = ["State", "Sync"],
        ["Activities"] = ["State", "Accounts", "Sync"],
        ["HealthMetrics"] = ["State", "Accounts", "Sync"],
        ["Workouts"] = ["State", "Accounts", "Sync"],
        ["Schedules"] = ["State", "Accounts", "Sync"],
        ["Operations"] = ["State", "Accounts", "Sync"],
        ["Erasure"] = ["State", "Accounts", "Sync", "Events", "UserTokens"],
    };

    public static TheoryData<string> Folders => [.. Solution.Consumers.GetTypes().Select(Folder).OfType<string>().Distinct()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_what_it_may(string folder)
    {
        Allowed.ShouldContainKey(folder, $"Say in {nameof(Which_capability_may_know_which)} what {folder} may know.");

        Arrows(folder).Concat(Usings(folder)).Where(arrow => arrow.To != folder && !Allowed[folder].Contains(arrow.To))
            .Select(arrow => $"{arrow.From} names {arrow.What}").Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void The_arrows_are_seen()
    {
        Arrows("Sync").Select(arrow => arrow.To).ShouldContain("Accounts");
        Arrows("Workouts").Select(arrow => arrow.To).Distinct().ShouldBe(["State", "Sync", "Workouts"], ignoreOrder: true);
        Usings("HealthMetrics").Select(arrow => arrow.To).ShouldContain("Sync");
    }

    private static IEnumerable<(string From, string To, string What)> Arrows(string folder) =>
        from type in Solution.Consumers.GetTypes()
        where Folder(type) == folder
        from used in TypesUsed.By(type)
        let to = Folder(used)
        where to is not null
        select (type.FullName, to, used.FullName ?? used.Name);

    private static IEnumerable<(string From, string To, string What)> Usings(string folder) =>
        from file in Sources(folder)
        from directive in Directive().Matches(File.ReadAllText(file)).Cast<Match>()
        select (Path.GetFileName(file), directive.Groups["folder"].Value, directive.Value.Trim());

    private static IEnumerable<string> Sources(string folder)
    {
        var project = Path.GetDirectoryName(Solution.Projects().Single(path => Path.GetFileNameWithoutExtension(path) == Root))!;
        return Directory.EnumerateFiles(Path.Combine(project, folder), "*.cs", SearchOption.AllDirectories);
    }

    // Null for what is not ours, and for what lies at the root.
    private static string? Folder(Type type) =>
        type.Assembly == Solution.Consumers && type.Namespace?.Split('.') is ["GarminSync", "Consumers", var folder, ..] ? folder : null;

    [GeneratedRegex(@"^using (static |\w+ = )?GarminSync\.Consumers\.(?<folder>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Directive();
}
