using System.Net;
using GarminSync.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Gateway.Tests.Access;

public sealed class When_the_page_is_opened
{
    [Fact]
    public async Task Nobody_reads_any_of_it_before_signing_in()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = gateway.Host.Address };
        var pages = gateway.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageEndpoint>() is { IsHtml: true })
            .Select(endpoint => string.Concat(endpoint.RoutePattern.PathSegments.Select(segment => $"/{string.Concat(segment.Parts.Select(Text))}")) is { Length: > 0 } path ? path : "/")
            .ToList();
        pages.Count.ShouldBeGreaterThan(5);

        foreach (var page in pages.Where(page => page != "/sign-in"))
        {
            using var answer = await browser.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
            var wanted = page == "/" ? "" : $"?to={Uri.EscapeDataString(page)}";
            (answer.StatusCode, answer.Headers.Location?.OriginalString).ShouldBe((HttpStatusCode.Redirect, $"/sign-in{wanted}"), page);
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0")]
    public async Task It_reaches_the_API_wherever_the_gateway_listens_and_whatever_names_it_allows(string urls)
    {
        await using var gateway = await GatewayHost.StartAsync(
            new StubConsumers { Accounts = _ => new() { Accounts = [StubConsumers.Account()] } }, $"--urls={urls}", "--Gateway:Auth:Mode=External", "--AllowedHosts=localhost;127.0.0.1");
        using var browser = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{gateway.Address.Port}") };

        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        page.ShouldContain(StubConsumers.Account().UserName);
    }

    private static string Text(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { ParameterPolicies: [{ Content: "guid" }, ..] } => StubConsumers.JobId.ToString(),
        _ => "1",
    };

    [Theory]
    [InlineData("/")]
    [InlineData("/link")]
    [InlineData("/sync")]
    public async Task It_may_load_nothing_from_elsewhere_and_run_nothing_inline(string path)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldNotContain(" style=\"");
        html.ShouldNotContain("<style");
    }

    [Theory]
    [InlineData("https://evil.example", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData("https://sync.example.com", "sync.example.com", HttpStatusCode.OK)]
    public async Task Its_connection_is_refused_to_other_sites(string origin, string? forwardedHost, HttpStatusCode status)
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        using var call = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        call.Headers.Add("Origin", origin);
        if (forwardedHost is not null)
        {
            call.Headers.Add("X-Forwarded-Host", forwardedHost);
        }

        using var answer = await gateway.Nobody.SendAsync(call, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        await using var gateway = await TokenGateway.StartAsync(new StubConsumers());
        using var form = new FormUrlEncodedContent([new("token", "operator-key-of-the-tests-0123456789")]);

        using var answer = await gateway.Nobody.PostAsync(new Uri("/session", UriKind.Relative), form, TestContext.Current.CancellationToken);

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        using var page = await gateway.Nobody.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }
}
