using System.Text.Json;
using CentralDb.Client;
using GarminConnect.Client;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.Accounts;
using GarminSync.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Accounts;

public sealed class When_a_new_key_seals
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_stored_is_sealed_with_it_and_opens_as_before()
    {
        await using var host = await StartAsync("7", "8");
        var before = host.StoredCredentials("7")!;
        var id = KeyFile.Add(PathOf(host));

        var result = await ResealAsync(host);

        (result.Resealed, result.Current).ShouldBe((2, 0));
        result.Failures.ShouldBeEmpty();
        foreach (var user in new[] { "7", "8" })
        {
            Secrets(host, user).ShouldAllBe(secret => secret.StartsWith($"gs2.{id}."));
            (await FindAsync(host, user)).ShouldBe(("password", "aaa.bbb.ccc", $"refresh-{user}"));
        }

        JsonDocument.Parse(before).RootElement.GetProperty("garmin_username").GetString()
            .ShouldBe(JsonDocument.Parse(host.StoredCredentials("7")!).RootElement.GetProperty("garmin_username").GetString());
    }

    [Fact]
    public async Task Doing_it_again_writes_nothing()
    {
        await using var host = await StartAsync("7");
        KeyFile.Add(PathOf(host));
        await ResealAsync(host);
        var after = host.StoredCredentials("7");

        var again = await ResealAsync(host);

        (again.Resealed, again.Current).ShouldBe((0, 1));
        host.StoredCredentials("7").ShouldBe(after);
    }

    [Fact]
    public async Task It_goes_on_where_it_was_when_it_is_stopped_in_the_middle()
    {
        await using var host = await StartAsync("7", "8", "9");
        var id = KeyFile.Add(PathOf(host));
        using var stop = new CancellationTokenSource();
        var renewing = await host.NewProcess().GetRequiredService<RenewalLease>().TakeAsync("8", Token); // holds it up at the second
        var writes = host.CentralDb.Requests.Count(request => request.Method != "GET");
        var running = CapabilityHost.InScopeAsync(host.NewProcess(), services => services.GetRequiredService<Resealing>().RunAsync(stop.Token));
        await Eventually.Is(() => Task.FromResult(host.CentralDb.Requests.Count(request => request.Method != "GET") > writes));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
        await renewing.DisposeAsync();

        var rest = await ResealAsync(host);

        (rest.Resealed + rest.Current).ShouldBe(3);
        foreach (var user in new[] { "7", "8", "9" })
        {
            Secrets(host, user).ShouldAllBe(secret => secret.StartsWith($"gs2.{id}."));
        }
    }

    [Fact]
    public async Task A_process_that_runs_reads_the_key_when_it_meets_a_value_sealed_with_it()
    {
        await using var host = await StartAsync("7");
        var running = host.NewProcess();
        (await FindAsync(running, "7")).Password.ShouldBe("password");
        var id = KeyFile.Add(PathOf(host));
        await ResealAsync(host);

        (await FindAsync(running, "7")).ShouldBe(("password", "aaa.bbb.ccc", "refresh-7"));
        running.GetRequiredService<SecretSealer>().CurrentKeyId.ShouldBe(id);
    }

    [Fact]
    public async Task An_account_that_cannot_be_opened_is_named_and_does_not_stop_the_others()
    {
        await using var host = await StartAsync("7", "8");
        var line = await File.ReadAllTextAsync(PathOf(host), Token);
        await File.WriteAllTextAsync(PathOf(host), "other:" + Convert.ToBase64String(new byte[32]) + "\n", Token);
        await CapabilityHost.InScopeAsync(host.NewProcess(), async services =>
        {
            await services.GetRequiredService<StoredCredentials>().SaveAsync("8", Linked("8"), Token);
            return true;
        });

        var result = await ResealAsync(host);

        result.Failures.ShouldHaveSingleItem().ShouldStartWith("User 7: ");
        result.Failures[0].ShouldContain(line.Split(':')[0]);
        result.Current.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_stored_in_plain_text_is_sealed_too()
    {
        await using var host = await StartAsync("7");
        await CapabilityHost.InScopeAsync(host.NewProcess(), async services =>
        {
            var plain = new GarminCredentials { GarminUsername = "a", GarminPasswordPlaintext = "password", AccessToken = "aaa.bbb.ccc", AccessTokenSecret = "refresh-7" };
            await services.GetRequiredService<CentralDbClient>().SaveCredentialsAsync("7", plain, Token);
            return true;
        });
        Secrets(host, "7").ShouldContain("password");

        await ResealAsync(host);

        Secrets(host, "7").ShouldAllBe(secret => SecretSealer.IsSealed(secret));
        (await FindAsync(host, "7")).ShouldBe(("password", "aaa.bbb.ccc", "refresh-7"));
    }

    [Fact]
    public async Task What_an_older_version_sealed_is_bound_to_its_user_though_the_key_is_the_same()
    {
        await using var host = await StartAsync("7");
        var old = new SecretSealer(SealingKeys.LoadOrCreate(PathOf(host)), writeGs1: true);
        await host.InScopeAsync(services => services.GetRequiredService<CentralDbClient>().SaveCredentialsAsync(
            "7",
            new GarminCredentials
            {
                GarminUsername = "a",
                GarminPasswordPlaintext = old.Seal("password", SecretUse.StoredPassword("7")),
                AccessToken = old.Seal("aaa.bbb.ccc", SecretUse.StoredAccessToken("7")),
                AccessTokenSecret = old.Seal("refresh-7", SecretUse.StoredRefreshToken("7")),
            },
            Token));
        Secrets(host, "7").ShouldAllBe(secret => secret.StartsWith("gs1."));
        (await FindAsync(host, "7")).ShouldBe(("password", "aaa.bbb.ccc", "refresh-7"));

        (await ResealAsync(host)).Resealed.ShouldBe(1);

        Secrets(host, "7").ShouldAllBe(secret => secret.StartsWith("gs2."));
        (await FindAsync(host, "7")).ShouldBe(("password", "aaa.bbb.ccc", "refresh-7"));
        (await ResealAsync(host)).Current.ShouldBe(1);
    }

    [Fact]
    public async Task Tokens_that_are_being_renewed_are_waited_for()
    {
        await using var host = await StartAsync("7");
        KeyFile.Add(PathOf(host));
        var process = host.NewProcess();
        var renewing = await process.GetRequiredService<RenewalLease>().TakeAsync("7", Token);
        var resealing = ResealAsync(host);
        await CapabilityHost.InScopeAsync(process, async services =>
        {
            await services.GetRequiredService<StoredCredentials>().SaveAsync("7", Linked("7") with { Tokens = GarminTokens.FromStored("aaa.bbb.ccc", "renewed", null) }, Token);
            return true;
        });
        resealing.IsCompleted.ShouldBeFalse();
        await renewing.DisposeAsync();

        (await resealing).Failures.ShouldBeEmpty();

        (await FindAsync(host, "7")).Refresh.ShouldBe("renewed");
    }

    private static async Task<CapabilityHost> StartAsync(params string[] users)
    {
        var host = await CapabilityHost.StartAsync(Answer.Status(500));
        foreach (var user in users)
        {
            await host.LinkAsync(user, Linked(user));
        }

        return host;
    }

    private static LinkedCredentials Linked(string user) => new($"{user}@example.com", "password", GarminTokens.FromStored("aaa.bbb.ccc", $"refresh-{user}", null));

    private static string PathOf(CapabilityHost host) => SecretRegistration.KeyFileOf(host.NewProcess().GetRequiredService<IConfiguration>());

    // As the command does: a process of its own.
    private static Task<ResealingResult> ResealAsync(CapabilityHost host) =>
        CapabilityHost.InScopeAsync(host.NewProcess(), services => services.GetRequiredService<Resealing>().RunAsync(Token));

    private static IEnumerable<string> Secrets(CapabilityHost host, string user)
    {
        var stored = JsonDocument.Parse(host.StoredCredentials(user)!).RootElement;
        return new[] { "garmin_password_plaintext", "access_token", "access_token_secret" }.Select(name => stored.GetProperty(name).GetString()!);
    }

    private static Task<(string? Password, string Access, string Refresh)> FindAsync(CapabilityHost host, string user) => FindAsync(host.NewProcess(), user);

    private static async Task<(string? Password, string Access, string Refresh)> FindAsync(IServiceProvider process, string user)
    {
        var found = await CapabilityHost.InScopeAsync(process, services => services.GetRequiredService<StoredCredentials>().FindAsync(user, Token));
        return (found!.Password, found.Tokens.AccessToken, found.Tokens.RefreshToken);
    }
}
