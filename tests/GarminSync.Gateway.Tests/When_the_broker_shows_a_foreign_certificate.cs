using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GarminSync.Bus;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Gateway.Tests;

/// <summary>Somebody in between, who would be told the broker's password.</summary>
public sealed class When_the_broker_shows_a_foreign_certificate
{
    [Fact]
    public async Task Nothing_is_said_to_it()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("RabbitMq:Url", $"amqps://user:password@localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/")])
            .Build();
        await using var services = new ServiceCollection().AddLogging().AddGarminSyncBus(configuration, _ => { }).BuildServiceProvider();
        var bus = services.GetRequiredService<IBusControl>();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var starting = bus.StartAsync(stop.Token);

        (await FirstWordAsync(listener)).ShouldBeEmpty();

        await stop.CancelAsync();
        await Should.ThrowAsync<Exception>(() => starting);
    }

    private static async Task<byte[]> FirstWordAsync(TcpListener listener)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        using var client = await listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(client.GetStream());
        try
        {
            await tls.AuthenticateAsServerAsync(certificate);
            var word = new byte[8];
            return word[..await tls.ReadAsync(word)];
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException)
        {
            return []; // it has hung up
        }
    }
}
