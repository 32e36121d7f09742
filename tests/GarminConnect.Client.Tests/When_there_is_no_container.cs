using GarminSync.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_there_is_no_container
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_from_code_are_enough()
    {
        await using var server = await ScriptedServer.StartAsync(Some.Garmin());
        using var garmin = Create(server);

        var signedIn = (await garmin.SignIn.SignInAsync("runner@example.com", "password", Token)).ShouldBeOfType<SignInOutcome.SignedIn>();

        signedIn.Profile!.DisplayName.ShouldBe("runner01");
        (await garmin.Data.GetProfileAsync(GarminSession.WithoutRenewal(signedIn.Tokens), Token)).ShouldBe(signedIn.Profile);
    }

    [Fact]
    public void Each_client_is_there()
    {
        using var garmin = GarminClients.Create();

        garmin.Tickets.ShouldNotBeNull();
        garmin.ImportedTokens.ShouldNotBeNull();
        garmin.Tokens.ShouldNotBeNull();
        garmin.Health.ShouldNotBeNull();
        garmin.Workouts.ShouldNotBeNull();
    }

    [Fact]
    public void Options_that_break_rules_are_named_at_once() =>
        Should.Throw<OptionsValidationException>(() => GarminClients.Create(options =>
        {
            options.Domain = "example.com";
            options.SsoUrl = new Uri("https://sso.example.com");
        })).Failures.Count().ShouldBe(2);

    [Fact]
    public void Options_from_code_go_over_those_of_the_configuration_and_nothing_is_registered_twice()
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Garmin:RequestsPerSecond", "1"), new("Garmin:MaxArchiveEntries", "7")]).Build())
            .AddGarminConnect();
        var registered = services.Count(service => service.ServiceType.Assembly == typeof(GarminClients).Assembly);

        using var provider = services.AddGarminConnect(options => options.RequestsPerSecond = 5).BuildServiceProvider();

        services.Count(service => service.ServiceType.Assembly == typeof(GarminClients).Assembly).ShouldBe(registered);
        var read = provider.GetRequiredService<IOptions<GarminOptions>>().Value;
        (read.RequestsPerSecond, read.MaxArchiveEntries).ShouldBe((5, 7));
    }

    private static GarminClients Create(ScriptedServer server) => GarminClients.Create(options =>
    {
        options.Sandbox = true;
        options.SsoUrl = options.DiAuthUrl = options.ConnectApiUrl = server.Url;
        options.RequestsPerSecond = 1000;
    });
}
