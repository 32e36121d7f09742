using FitTrack.Hosting;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Tests;

public sealed class When_it_is_told_where_to_listen
{
    [Fact]
    public async Task It_refuses_the_network_without_authentication_and_says_what_to_do()
    {
        var refused = await Should.ThrowAsync<StartRefusedException>(() => GatewayHost.StartAsync(new StubConsumers(), "--urls=http://0.0.0.0:0"));

        refused.Message.ShouldContain("http://0.0.0.0:0");
        refused.Message.ShouldContain("Gateway__Auth__Mode=External");
        refused.Message.ShouldContain("localhost");
    }

    [Fact]
    public async Task It_listens_on_the_network_behind_a_proxy_that_authenticates()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), "--urls=http://0.0.0.0:0", "--Gateway:Auth:Mode=External");

        gateway.Address.Port.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task It_does_not_pretend_to_check_tokens()
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => GatewayHost.StartAsync(new StubConsumers(), "--Gateway:Auth:Mode=Token"));

        refused.Message.ShouldContain("Gateway:Auth:Mode=Token");
    }
}
