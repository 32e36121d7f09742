using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GarminSync.Gateway.Tests;

public sealed class When_an_id_is_hostile
{
    public static TheoryData<string> Ids =>
    [
        "..%2f..%2fhealth%2flive", "%2e%2e%2fusers", "..%5c..%5cusers", "a%00b", "a%0d%0aX-Evil:%201", "%e8%b5%b0%e3%82%8b", "%ff%fe", "%25%32%65", "%e2%80%ae", new string('x', 3000), "a;b=c", "%3Cscript%3E",
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task It_is_an_id_that_nobody_has_and_nothing_else(string id)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        foreach (var (method, path) in new[]
        {
            ("GET", "accounts/{0}"), ("DELETE", "accounts/{0}"), ("GET", "accounts/{0}/status"), ("GET", "sync/jobs/{0}"), ("DELETE", "sync/jobs/{0}"), ("POST", "sync/jobs/{0}/retry"),
            ("GET", "sync/jobs?user_id={0}"), ("GET", "sync/jobs?limit={0}"), ("GET", "sync/jobs?cursor={0}"), ("GET", "activities/{0}?user_id=7"), ("GET", "activities/{0}/file?user_id=7"), ("GET", "activities?user_id=7&sort={0}"),
        })
        {
            var (status, head) = await SendAsync(gateway, method, "/api/garmin/" + string.Format(null, path, id));

            ((int)status).ShouldBeInRange(200, 422, $"{method} {path}");
            head.ShouldNotContain("X-Evil", Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("GET /api/garmin/accounts HTTP/1.1\r\nHost: localhost\r\nX-Long: {0}\r\n\r\n", 40_000)]
    [InlineData("GET /api/{0} HTTP/1.1\r\nHost: localhost\r\n\r\n", 20_000)]
    [InlineData("GET /api/garmin/accounts HTTP/1.1\r\nHost: localhost\r\nX-Null: a\0b{0}\r\n\r\n", 1)]
    [InlineData("GET /api/garmin/accounts HTTP/1.1\r\nHost: a\r\nHost: b{0}\r\n\r\n", 1)]
    [InlineData("POST /api/garmin/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{0}", 1)]
    public async Task A_head_that_is_none_is_refused(string request, int length)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        var (status, _) = await SendRawAsync(gateway, request.Replace("{0}", new string('x', length), StringComparison.Ordinal));

        ((int)status).ShouldBeInRange(400, 431);
    }

    private static Task<(HttpStatusCode Status, string Head)> SendAsync(GatewayHost gateway, string method, string target) =>
        SendRawAsync(gateway, $"{method} {target} HTTP/1.1\r\nHost: {gateway.Address.Authority}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    // HttpClient would mend what is sent here.
    private static async Task<(HttpStatusCode Status, string Head)> SendRawAsync(GatewayHost gateway, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(gateway.Address.Host, gateway.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var head = new StringBuilder();
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } line)
        {
            head.AppendLine(line);
        }

        return ((HttpStatusCode)int.Parse(head.ToString().Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), head.ToString());
    }
}
