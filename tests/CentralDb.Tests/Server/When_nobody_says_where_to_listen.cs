using System.Net;
using System.Net.Sockets;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public sealed class When_nobody_says_where_to_listen
{
    [Fact]
    public void A_second_process_takes_the_next_free_port()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        var taken = ((IPEndPoint)first.LocalEndpoint).Port;

        var address = new Uri(AddressOf(builder => builder.AddDefaultAddress(taken, ports: 50)));

        address.Host.ShouldBe("localhost");
        address.Port.ShouldBeGreaterThan(taken);
    }

    [Fact]
    public void A_server_with_one_port_names_it_even_when_it_is_taken()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        var taken = ((IPEndPoint)first.LocalEndpoint).Port;

        AddressOf(builder => builder.AddDefaultAddress(taken)).ShouldBe($"http://localhost:{taken}");
    }

    [Theory]
    [InlineData("urls", "http://127.0.0.1:0")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.1:0")]
    public void Whoever_says_where_is_heard(string key, string value) =>
        AddressOf(builder =>
        {
            builder.Configuration[key] = value;
            builder.AddDefaultAddress(8100);
        }).ShouldBe(key == "urls" ? value : "");

    private static string AddressOf(Action<WebApplicationBuilder> configure)
    {
        var builder = WebApplication.CreateBuilder();
        configure(builder);
        return builder.Configuration["urls"] ?? "";
    }
}
