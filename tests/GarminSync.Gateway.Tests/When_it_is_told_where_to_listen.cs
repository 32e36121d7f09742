using FitTrack.Hosting;
using Microsoft.Extensions.Options;

namespace GarminSync.Gateway.Tests;

public sealed class When_it_is_told_where_to_listen
{
    private static readonly string[] Token = ["--Gateway:Auth:Mode=Token", "--Gateway:Auth:OperatorKey=0123456789abcdef0123456789abcdef"];

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://+:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://example.com:0")]
    [InlineData("http://192.0.2.7:0")]
    [InlineData("http://[2001:db8::7]:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task It_refuses_the_network_without_authentication_and_says_what_to_do(string urls)
    {
        var refused = await Should.ThrowAsync<StartRefusedException>(() => GatewayHost.StartAsync(new StubConsumers(), $"--urls={urls}"));

        refused.Message.ShouldContain(urls.Split(';')[^1]);
        refused.Message.ShouldContain("Gateway__Auth__Mode=External");
        refused.Message.ShouldContain("Gateway__Auth__Mode=Token");
        refused.Message.ShouldContain("localhost");
    }

    [Theory]
    [InlineData("Kestrel:Endpoints:Any:Url=http://0.0.0.0:0")]
    [InlineData("http_ports=0")]
    public async Task It_refuses_the_network_however_it_is_told(string setting)
    {
        await Should.ThrowAsync<StartRefusedException>(() => GatewayHost.StartAsync(new StubConsumers(), "--urls=", $"--{setting}"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:0")]
    public async Task It_listens_on_loopback_without_authentication(string urls)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), $"--urls={urls}");

        gateway.Address.IsLoopback.ShouldBeTrue();
    }

    [Fact]
    public async Task It_listens_on_the_network_behind_a_proxy_that_authenticates()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), "--urls=http://0.0.0.0:0", "--Gateway:Auth:Mode=External");

        gateway.Address.Port.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task It_listens_on_the_network_when_it_asks_for_tokens()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), ["--urls=http://0.0.0.0:0", .. Token]);

        gateway.Address.Port.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("--Gateway:Auth:Mode=Token")]
    [InlineData("--Gateway:Auth:Mode=Token", "--Gateway:Auth:OperatorKey=")]
    [InlineData("--Gateway:Auth:Mode=Token", "--Gateway:Auth:OperatorKey=0123456789abcdef0123456789abcde")]
    [InlineData("--Gateway:Auth:Mode=Token", "--Gateway:Auth:OperatorKey=0123456789abcdef 0123456789abcdef")]
    [InlineData("--Gateway:Auth:OperatorKey=0123456789abcdef0123456789abcdef")]
    [InlineData("--Gateway:Auth:Mode=External", "--Gateway:Auth:OperatorKey=0123456789abcdef0123456789abcdef")]
    public async Task It_refuses_a_mode_and_a_key_that_do_not_go_together(params string[] settings)
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => GatewayHost.StartAsync(new StubConsumers(), settings));

        refused.Message.ShouldContain("Gateway:Auth:OperatorKey");
        refused.Message.ShouldNotContain("0123456789");
    }

    [Fact]
    public async Task It_refuses_a_cache_time_that_would_keep_revoked_tokens_alive()
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(
            () => GatewayHost.StartAsync(new StubConsumers(), [.. Token, "--Gateway:Auth:TokenCacheTime=01:00:00"]));

        refused.Message.ShouldContain("TokenCacheTime");
    }
}
