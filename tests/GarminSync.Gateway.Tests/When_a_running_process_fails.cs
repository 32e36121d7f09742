using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GarminSync.Gateway.Tests;

public sealed partial class When_a_running_process_fails
{
    [Fact]
    public async Task The_log_says_so_also_where_the_same_would_keep_a_process_from_starting()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        DatabaseIsAway(LoggerOf(gateway, "Somebody"), new SocketException((int)SocketError.AddressNotAvailable));

        gateway.Log.ShouldContain(line => line.Contains("The database is away", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_browsers_send_is_in_no_log_whatever_its_level()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), "--Serilog:MinimumLevel:Default=Verbose", "--Serilog:MinimumLevel:Override:Microsoft=Verbose");

        Received(LoggerOf(gateway, "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher"), "hidden-word");

        gateway.Log.ShouldNotContain(line => line.Contains("hidden-word", StringComparison.Ordinal));
    }

    private static ILogger LoggerOf(GatewayHost gateway, string source) => gateway.Services.GetRequiredService<ILoggerFactory>().CreateLogger(source);

    [LoggerMessage(1, LogLevel.Error, "The database is away")]
    private static partial void DatabaseIsAway(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Debug, "Received hub invocation: {Invocation}")]
    private static partial void Received(ILogger logger, string invocation);
}
