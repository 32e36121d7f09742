using System.Net;

namespace GarminSync.Gateway.Tests;

public sealed class WhenACallIsNotOneOfOurs
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
}
