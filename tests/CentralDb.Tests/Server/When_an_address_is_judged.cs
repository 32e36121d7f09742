using FitTrack.Hosting;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public class When_an_address_is_judged
{
    [Theory]
    [InlineData("http://localhost:8100", true)]
    [InlineData("http://LOCALHOST:8100", true)]
    [InlineData("http://127.0.0.1:8100", true)]
    [InlineData("http://127.8.8.8", true)]
    [InlineData("https://[::1]:8100", true)]
    [InlineData("http://unix:/run/centraldb.sock", true)]
    [InlineData("http://+:8100", false)]
    [InlineData("http://*:8100", false)]
    [InlineData("http://0.0.0.0:8100", false)]
    [InlineData("http://[::]:8100", false)]
    [InlineData("http://192.168.1.5:8100", false)]
    [InlineData("http://localhost.example.com:8100", false)]
    [InlineData("http://centraldb:8100", false)]
    public void Only_what_stays_on_this_machine_is_loopback(string address, bool expected) => ListenGuard.IsLoopback(address).ShouldBe(expected);
}
