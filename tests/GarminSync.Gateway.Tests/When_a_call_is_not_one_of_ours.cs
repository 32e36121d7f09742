using System.Net;

namespace GarminSync.Gateway.Tests;

public sealed class When_a_call_is_not_one_of_ours
{
    [Theory]
    [InlineData("GET", "/api/nothing/here", HttpStatusCode.NotFound, "/api/nothing/here")]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "/docs")]
    [InlineData("GET", "/api/garmin/login", HttpStatusCode.MethodNotAllowed, "GET")]
    [InlineData("PUT", "/api/garmin/sync", HttpStatusCode.MethodNotAllowed, "PUT")]
    public async Task It_says_what_is_wrong(string method, string path, HttpStatusCode status, string partOfDetail)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.DetailAsync()).ShouldContain(partOfDetail);
    }

    [Fact]
    public async Task A_page_of_another_site_is_not_let_in()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/garmin/sync");
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Access-Control-Request-Method", "POST");

        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("rebound.example", null, null, 421)]
    [InlineData("rebound.example:8000", null, null, 421)]
    [InlineData("localhost", "cross-site", null, 403)]
    [InlineData("localhost", "cross-site", "http://localhost:8000", 403)]
    [InlineData("localhost", null, "https://evil.example", 403)]
    [InlineData("localhost", null, "null", 403)]
    [InlineData("localhost", "same-origin", null, 202)]
    [InlineData("localhost", "same-origin", "http://localhost:8000", 202)]
    [InlineData("localhost:8000", null, "http://localhost:8000", 202)]
    [InlineData("[::1]:8000", null, null, 202)]
    public async Task An_open_gateway_takes_no_calls_from_pages_of_other_sites(string host, string? site, string? origin, int status)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var request = FromAPage(host, site, origin);

        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("sync.example.com", null, null, null, 202)]
    [InlineData("sync.example.com", "same-origin", "https://sync.example.com", null, 202)]
    [InlineData("sync.example.com", null, "https://sync.example.com", null, 202)]
    [InlineData("gateway:8080", null, "https://sync.example.com", "sync.example.com", 202)]
    [InlineData("localhost:8000", "cross-site", "https://evil.example", null, 403)]
    [InlineData("localhost:8000", null, "https://evil.example", null, 403)]
    [InlineData("gateway:8080", null, "https://evil.example", "sync.example.com", 403)]
    [InlineData("gateway:8080", null, "http://sync.lan", null, 403)] // a proxy that tells nobody what it was called by
    public async Task Behind_a_proxy_any_host_name_is_taken_but_no_page_of_another_site(string host, string? site, string? origin, string? forwardedHost, int status)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), "--Gateway:Auth:Mode=External");
        using var request = FromAPage(host, site, origin);
        Add(request, "X-Forwarded-Host", forwardedHost);

        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/garmin/accounts")]
    [InlineData("/api/garmin/sync/jobs?limit=odd")]
    [InlineData("/nothing")]
    public async Task Every_answer_has_the_safe_headers(string path)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    private static HttpRequestMessage FromAPage(string host, string? site, string? origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/garmin/sync") { Headers = { Host = host } };
        Add(request, "Sec-Fetch-Site", site);
        Add(request, "Origin", origin);
        return request;
    }

    // A header without a value is not the same as none.
    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
