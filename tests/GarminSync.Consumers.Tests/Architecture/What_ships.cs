using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Architecture;

/// <summary>People run what is in <c>src</c> with their own accounts; what stands in for something else is in <c>sandbox</c> and <c>tests</c>.</summary>
public sealed class What_ships
{
    [Fact]
    public void It_references_nothing_outside_src()
    {
        var src = Solution.SourceFolder;
        Assert.SkipWhen(src is null, "The tests run away from the sources.");

        var references = Directory.EnumerateFiles(src, "*.csproj", SearchOption.AllDirectories).SelectMany(References).ToList();

        references.ShouldNotBeEmpty();
        references.Where(reference => !reference.StartsWith(src + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<string> References(string project) => XDocument.Load(project).Descendants("ProjectReference")
        .Select(reference => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, reference.Attribute("Include")!.Value.Replace('\\', '/'))));
}
