using GarminSync.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_temporary_files_are_left_behind
{
    [Fact]
    public void Ours_are_removed_after_a_day_and_no_others()
    {
        var clock = new ManualClock();
        var folder = Directory.CreateTempSubdirectory("leftovers-");
        Write(folder, "garminsync-0a1b.tmp", clock.GetUtcNow().AddHours(-25));
        Write(folder, "garminsync-2c3d.tmp", clock.GetUtcNow().AddHours(-23));
        Write(folder, "somebody-else.tmp", clock.GetUtcNow().AddDays(-9));
        Directory.CreateDirectory(Path.Combine(folder.FullName, "garminsync-folder.tmp"));

        new LeftoverFiles(clock, NullLogger<LeftoverFiles>.Instance).Remove(folder.FullName);

        folder.EnumerateFileSystemInfos().Select(entry => entry.Name).ShouldBe(["garminsync-2c3d.tmp", "garminsync-folder.tmp", "somebody-else.tmp"], ignoreOrder: true);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task They_have_the_names_that_are_looked_for()
    {
        await using var file = new TemporaryFile();
        await using var content = (FileStream)file.OpenRead();

        Directory.GetFiles(Path.GetTempPath(), TemporaryFile.Pattern).ShouldContain(content.Name);
    }

    private static void Write(DirectoryInfo folder, string name, DateTimeOffset written)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, "left");
        File.SetLastWriteTimeUtc(file, written.UtcDateTime);
    }
}
