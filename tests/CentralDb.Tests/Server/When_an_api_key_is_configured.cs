using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public class When_an_api_key_is_configured
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 401)]
    [InlineData("0123456789abcdef0123456789abcdeF", 401)]
    [InlineData(Key, 200)]
    public async Task Calls_need_it_in_the_header(string? sent, int expected)
    {
        await using var centralDb = await RunningCentralDb.StartAsync($"--CentralDbServer:ApiKey={Key}");
        if (sent is not null)
        {
            centralDb.Http.DefaultRequestHeaders.Add("X-Api-Key", sent);
        }

        var (status, body) = await centralDb.SendAsync(HttpMethod.Get, "/users");

        status.ShouldBe(expected);
        body.ToString().ShouldNotContain(Key);
    }

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/docs/index.html", 200)]
    [InlineData("/nothing/here", 401)]
    [InlineData("/health/../users", 401)]
    public async Task Only_health_and_the_description_are_open(string path, int expected)
    {
        await using var centralDb = await RunningCentralDb.StartAsync($"--CentralDbServer:ApiKey={Key}");

        using var response = await centralDb.Http.GetAsync(path, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(expected);
    }
}
