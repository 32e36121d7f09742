using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GarminSync.Gateway.Tests;

public sealed class When_a_body_is_large
{
    private const int TenMegabytes = 10 * 1024 * 1024;

    [Theory]
    [InlineData(17 * 1024, false)]
    [InlineData(17 * 1024, true)]
    [InlineData(TenMegabytes, false)]
    [InlineData(TenMegabytes, true)]
    public async Task It_is_refused_at_once_with_and_without_a_length(int size, bool chunked)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/garmin/login")
        {
            Content = HttpAnswers.Json($$"""{"username": "a", "password": "{{new string('x', size)}}"}"""),
        };
        request.Headers.TransferEncodingChunked = chunked;
        var started = Stopwatch.GetTimestamp();

        using var answer = await gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.DetailAsync()).ShouldContain("16 KiB");
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task A_caller_that_announces_ten_megabytes_is_answered_before_it_sends_them()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var socket = new TcpClient();
        await socket.ConnectAsync(gateway.Address.Host, gateway.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /api/garmin/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {TenMegabytes}\r\n\r\n{{"),
            TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream);
        var statusLine = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        statusLine.ShouldBe("HTTP/1.1 413 Payload Too Large");
    }

    [Fact]
    public async Task A_body_of_16_KiB_is_taken()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        var body = """{"username": "a", "password": "b"}""";

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", body.PadRight(16 * 1024));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
