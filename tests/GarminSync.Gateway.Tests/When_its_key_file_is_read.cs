using FitTrack.Hosting;

namespace GarminSync.Gateway.Tests;

public sealed class When_its_key_file_is_read : IDisposable
{
    private const string Key = "a1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gateway-keys-");

    private string KeyFile => Path.Combine(_folder.FullName, "secrets.key");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task One_that_others_can_read_is_warned_of_at_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes");
        await WriteAsync(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), $"--Secrets:KeyFile={KeyFile}");

        var warning = gateway.Log.Where(line => line.Contains("chmod 600")).ShouldHaveSingleItem();
        warning.ShouldContain(KeyFile);
        gateway.Log.ShouldAllBe(line => !line.Contains("AAECAwQFBgcI"));
    }

    [Fact]
    public async Task One_of_its_owner_alone_is_not()
    {
        await WriteAsync(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), $"--Secrets:KeyFile={KeyFile}");

        gateway.Log.ShouldAllBe(line => !line.Contains("chmod"));
    }

    [Fact]
    public async Task One_that_cannot_be_used_stops_the_start_and_nobodys_login()
    {
        await WriteAsync("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var refused = await Should.ThrowAsync<StartRefusedException>(() => GatewayHost.StartAsync(new StubConsumers(), $"--Secrets:KeyFile={KeyFile}"));

        refused.Message.ShouldContain(KeyFile);
        refused.Message.ShouldNotContain("AAECAwQFBgcI");
    }

    private async Task WriteAsync(string content, UnixFileMode mode)
    {
        await File.WriteAllTextAsync(KeyFile, content, TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyFile, mode);
        }
    }
}
