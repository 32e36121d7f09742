using GarminSync.Bus;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Bus;

public sealed class When_the_bus_is_set_up
{
    [Theory]
    [InlineData("InMemory")]
    [InlineData("RabbitMq")]
    public async Task It_reports_its_use_to_nobody(string transport)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Transport", transport)]).Build();

        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddGarminSyncBus(configuration, _ => { }).BuildServiceProvider();

        services.GetRequiredService<IOptions<UsageTelemetryOptions>>().Value.Enabled.ShouldBeFalse();
    }
}
