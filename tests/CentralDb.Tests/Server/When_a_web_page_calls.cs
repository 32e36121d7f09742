using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

/// <summary>A browser on this machine reaches loopback on behalf of any page.</summary>
public sealed class When_a_web_page_calls
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("GET", "rebound.example:8100", null, null, 421)]
    [InlineData("POST", "rebound.example:8100", null, null, 421)]
    [InlineData("GET", "localhost.rebound.example", null, null, 421)]
    [InlineData("DELETE", "localhost:8100", "cross-site", null, 403)]
    [InlineData("POST", "localhost:8100", "cross-site", null, 403)]
    [InlineData("POST", "127.0.0.1:8100", null, "https://evil.example", 403)]
    [InlineData("GET", "localhost:8100", null, null, 200)]
    [InlineData("GET", "127.0.0.1:8100", "same-origin", null, 200)]
    [InlineData("POST", "localhost:8100", null, "http://localhost:8100", 201)]
    public async Task Without_a_key_it_answers_this_machine_alone(string method, string host, string? site, string? origin, int status)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        (await CallAsync(centralDb, method, host, site, origin)).ShouldBe(status);
    }

    [Fact]
    public async Task With_a_key_the_key_decides()
    {
        await using var centralDb = await RunningCentralDb.StartAsync($"--CentralDbServer:ApiKey={Key}");
        (await CallAsync(centralDb, "GET", "centraldb:8080", "cross-site", "https://evil.example")).ShouldBe(401);

        centralDb.Http.DefaultRequestHeaders.Add("X-Api-Key", Key);

        (await CallAsync(centralDb, "POST", "centraldb:8080", null, null)).ShouldBe(201);
    }

    private static async Task<int> CallAsync(RunningCentralDb centralDb, string method, string host, string? site, string? origin)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/users") { Headers = { Host = host } };
        if (method == "POST")
        {
            request.Content = new StringContent("""{"email": "ann@example.com"}""", System.Text.Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", site), ("Origin", origin) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var answer = await centralDb.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
