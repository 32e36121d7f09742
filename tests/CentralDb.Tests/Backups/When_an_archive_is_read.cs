using FitTrack.Databases.Backups;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Backups;

public sealed class When_an_archive_is_read : IDisposable
{
    private const string File1 = "3f/3f5a.fit";

    private readonly string _folder = Directory.CreateTempSubdirectory("backup-test-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_byte_that_is_changed_anywhere_is_found_or_does_not_matter()
    {
        var path = await BackupOf.FilesAsync(_folder, null, File1);
        var sound = await File.ReadAllBytesAsync(path, Token);
        var expected = await BackupOf.ReadAsync(path);
        var refused = 0;
        for (var place = 0; place < sound.Length; place++)
        {
            var changed = (byte[])sound.Clone();
            changed[place] ^= 0x21;
            await File.WriteAllBytesAsync(path, changed, Token);
            try
            {
                (await BackupOf.ReadAsync(path)).ShouldBe(expected, $"byte {place}");
            }
            catch (BackupRefusedException)
            {
                refused++;
            }
        }

        refused.ShouldBeGreaterThan(sound.Length / 2);
    }

    [Fact]
    public async Task One_that_ends_early_is_refused()
    {
        var path = await BackupOf.FilesAsync(_folder, null, File1);
        var sound = await File.ReadAllBytesAsync(path, Token);
        for (var length = 0; length < sound.Length; length += 7)
        {
            await File.WriteAllBytesAsync(path, sound[..length], Token);
            await Should.ThrowAsync<BackupRefusedException>(() => BackupOf.ReadAsync(path));
        }
    }

    [Theory]
    [InlineData("centraldb/files/3f/3f5a.fit")]
    [InlineData("centraldb/database.sqlite")]
    public async Task A_part_that_is_missing_is_named(string part)
    {
        var path = await BackupOf.FilesAsync(_folder, null, File1);
        await BackupOf.ReplaceAsync(path, part, content: null);

        (await Should.ThrowAsync<BackupRefusedException>(() => BackupOf.ReadAsync(path))).Message.ShouldContain($"'{part}' is missing");
    }

    [Fact]
    public async Task A_part_with_other_content_is_named()
    {
        var path = await BackupOf.FilesAsync(_folder, null, File1);
        await BackupOf.ReplaceAsync(path, $"centraldb/files/{File1}", "content of 3f/3f5a.fix");

        (await Should.ThrowAsync<BackupRefusedException>(() => BackupOf.ReadAsync(path))).Message.ShouldContain($"'centraldb/files/{File1}' is not as it was written");
    }

    [Fact]
    public async Task A_part_of_which_the_manifest_knows_nothing_is_refused()
    {
        var path = await BackupOf.FilesAsync(_folder, null, File1);
        await BackupOf.ReplaceAsync(path, "centraldb/files/more.fit", "more");

        (await Should.ThrowAsync<BackupRefusedException>(() => BackupOf.ReadAsync(path))).Message.ShouldContain("centraldb/files/more.fit");
    }

    [Theory]
    [InlineData("../outside.fit")]
    [InlineData("3f/../../../outside.fit")]
    [InlineData("3f//outside.fit")]
    [InlineData("3f\\..\\outside.fit")]
    [InlineData("C:outside.fit")]
    [InlineData("./outside.fit")]
    [InlineData("/outside.fit")]
    public async Task A_path_that_leaves_the_folder_is_refused(string file)
    {
        var path = await BackupOf.FilesAsync(_folder, null, file);

        (await Should.ThrowAsync<BackupRefusedException>(() => BackupOf.ReadAsync(path))).Message.ShouldContain("which no backup of this service has");
    }

    [Fact]
    public async Task One_of_a_newer_form_is_refused_with_the_way_out()
    {
        var path = await BackupOf.FilesAsync(_folder, manifest => manifest with { Format = 2 }, File1);

        (await Should.ThrowAsync<BackupRefusedException>(() => BackupOf.ReadAsync(path))).Message.ShouldContain("made by a newer version (form 2; this one reads up to 1)");
    }

    [Fact]
    public async Task It_is_for_its_owner_alone_and_nothing_else_is_left_beside_it()
    {
        var path = await BackupOf.FilesAsync(_folder, null, File1);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        Directory.EnumerateFileSystemEntries(_folder).ShouldBe([path]);
    }

    [Fact]
    public async Task One_that_was_not_finished_leaves_nothing()
    {
        var path = Path.Combine(_folder, "half.zip");
        await using (var writer = BackupWriter.Create(path))
        {
            await writer.AddAsync("centraldb/database.sqlite", new MemoryStream([1, 2, 3]), Token);
            File.Exists(path).ShouldBeFalse();
        }

        Directory.EnumerateFileSystemEntries(_folder).ShouldBeEmpty();
    }

    [Fact]
    public void None_is_written_over_another()
    {
        var path = Path.Combine(_folder, "there.zip");
        File.WriteAllText(path, "mine");

        Should.Throw<BackupRefusedException>(() => BackupWriter.Create(path)).Message.ShouldContain("is there already");
        File.ReadAllText(path).ShouldBe("mine");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
