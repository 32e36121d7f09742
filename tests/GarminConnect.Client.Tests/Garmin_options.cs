using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class Garmin_options
{
    [Theory]
    [InlineData("garmin.com")]
    [InlineData("garmin.cn")]
    public void Addresses_follow_from_the_domain(string domain)
    {
        var addresses = GarminAddresses.From(Options(("Domain", domain)));

        addresses.Sso.ShouldBe(new Uri($"https://sso.{domain}/"));
        addresses.DiAuth.ShouldBe(new Uri($"https://diauth.{domain}/"));
        addresses.ConnectApi.ShouldBe(new Uri($"https://connectapi.{domain}/"));
        addresses.Connect.ShouldBe(new Uri($"https://connect.{domain}/"));
        addresses.Services.Mobile.ShouldBe($"https://mobile.integration.{domain}/gcm/ios");
        addresses.ClientIds.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("garmin.com.example.org")]
    [InlineData("")]
    [InlineData("GARMIN.COM")]
    public void Any_other_domain_is_refused(string domain) => Failures(("Domain", domain)).Single().ShouldContain("garmin.com or garmin.cn");

    [Fact]
    public void Addresses_are_refused_outside_the_sandbox() =>
        Failures(("SsoUrl", "https://example.org"), ("ConnectUrl", "https://example.org")).Count().ShouldBe(2);

    [Fact]
    public void The_sandbox_never_falls_back_to_the_real_Garmin() =>
        Failures(("Sandbox", "true"), ("SsoUrl", "http://localhost:1")).ShouldBe(
        [
            "Garmin:DiAuthUrl is missing; with Garmin:Sandbox=true it must be given, or sandbox data would go to the real Garmin.",
            "Garmin:ConnectApiUrl is missing; with Garmin:Sandbox=true it must be given, or sandbox data would go to the real Garmin.",
        ]);

    [Fact]
    public void All_that_is_wrong_is_named_at_once()
    {
        var failures = Failures(("Domain", "example.org"), ("RequestsPerSecond", "0"), ("RequestTimeout", "00:00:00"), ("SsoUrl", "https://example.org"));

        failures.Count().ShouldBe(4);
    }

    [Fact]
    public void A_sandbox_address_may_have_a_path()
    {
        var addresses = GarminAddresses.From(Options(
            ("Sandbox", "true"), ("SsoUrl", "http://localhost:1/sso-host"), ("DiAuthUrl", "http://localhost:1/"), ("ConnectApiUrl", "http://localhost:1")));

        new Uri(addresses.Sso, "mobile/api/login").ShouldBe(new Uri("http://localhost:1/sso-host/mobile/api/login"));
    }

    private static IEnumerable<string> Failures(params (string Name, string Value)[] settings) =>
        Should.Throw<OptionsValidationException>(() => Options(settings)).Failures.SelectMany(failure => failure.Split("; Garmin:"));

    private static GarminOptions Options(params (string Name, string Value)[] settings)
    {
        var configuration = settings.ToDictionary(setting => "Garmin:" + setting.Name, setting => (string?)setting.Value, StringComparer.Ordinal);
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build())
            .AddGarminConnect()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<GarminOptions>>().Value;
    }
}
