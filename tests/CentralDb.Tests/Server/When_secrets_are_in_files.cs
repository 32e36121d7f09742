using FitTrack.Hosting;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public class When_secrets_are_in_files
{
    [Fact]
    public async Task Each_file_is_an_option_and_wins_over_the_command_line()
    {
        var folder = Directory.CreateTempSubdirectory("secrets-test-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "CentralDbServer__ApiKey"), "0123456789abcdef-of-the-file\n");
        await using var centralDb = await RunningCentralDb.StartAsync($"--SecretsFolder={folder}", "--CentralDbServer:ApiKey=0123456789abcdef-of-the-command-line");
        centralDb.Http.DefaultRequestHeaders.Add("X-Api-Key", "0123456789abcdef-of-the-file");

        (await centralDb.SendAsync(HttpMethod.Get, "/users")).Status.ShouldBe(200);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        var refused = Should.Throw<StartRefusedException>(() => CentralDbServer.Create(["--SecretsFolder=/nowhere/secrets"]));

        refused.Message.ShouldContain("/nowhere/secrets");
        refused.Message.ShouldContain("SecretsFolder");
    }
}
