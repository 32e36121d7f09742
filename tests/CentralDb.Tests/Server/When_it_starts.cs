using FitTrack.Databases;
using FitTrack.Hosting;
using GarminSync.Testing;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public class When_it_starts(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task What_was_stored_before_is_there(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync("ann@example.com");
        var activity = (await centralDb.UploadAsync(user, new Upload())).Body.Text("id");

        await centralDb.RestartAsync();

        (await centralDb.SendAsync(HttpMethod.Get, "/users?email=ann@example.com")).Body.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe(user.ToString());
        (await centralDb.Http.GetByteArrayAsync($"/activities/{user}/{activity}/file", TestContext.Current.CancellationToken)).ShouldBe(new Upload().File);
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0", "http://0.0.0.0:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://+:0", "http://+:0")]
    [InlineData("--urls=http://[::]:0", "http://[::]:0")]
    [InlineData("--urls= --http_ports=0", "http://*:0")]
    [InlineData("--Kestrel:Endpoints:Open:Url=http://0.0.0.0:0", "http://0.0.0.0:0")]
    public async Task It_refuses_to_listen_beyond_loopback_without_a_key_and_says_what_to_set(string setting, string address)
    {
        var refused = await Should.ThrowAsync<StartRefusedException>(() => StartAsync(setting.Split(' ')));

        refused.Message.ShouldContain(address);
        refused.Message.ShouldContain("CentralDbServer__ApiKey");
        refused.Message.ShouldContain("http://localhost:8100");
    }

    [Fact]
    public Task It_listens_anywhere_with_a_key() => StartAsync("--urls=http://0.0.0.0:0", "--CentralDbServer:ApiKey=0123456789abcdef");

    [Fact]
    public async Task Bad_options_are_all_named()
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync("--CentralDbServer:ApiKey=short", "--CentralDbServer:MaxFileSizeBytes=0"));
        refused.Message.ShouldContain("ApiKey");
        refused.Message.ShouldContain("MaxFileSizeBytes");

        refused = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync("--CentralDbServer:Provider=PostgreSql"));
        refused.Message.ShouldContain("ConnectionString");
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_named_without_its_password()
    {
        var refused = await Should.ThrowAsync<StartRefusedException>(() => StartAsync(
            "--CentralDbServer:Provider=PostgreSql", $"--CentralDbServer:ConnectionString=Host=127.0.0.1;Port={FreePort.Next()};Username=u;Password=secret-word"));

        refused.Message.ShouldContain("CentralDbServer__ConnectionString");
        refused.ToString().ShouldNotContain("secret-word");
    }

    private static async Task StartAsync(params string[] settings)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(settings);
    }
}
