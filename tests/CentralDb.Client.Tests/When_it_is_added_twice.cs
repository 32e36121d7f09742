using GarminSync.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_it_is_added_twice
{
    [Fact]
    public async Task It_sends_one_key_and_repeats_no_more_often()
    {
        string?[]? keys = null;
        await using var server = await ScriptedServer.StartAsync(context =>
        {
            keys = [.. context.Request.Headers["X-Api-Key"]];
            return Answer.Status(503)(context);
        });
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["CentralDb:Url"] = server.Url.ToString(),
                ["CentralDb:ApiKey"] = "key",
                ["CentralDb:RetryDelay"] = "00:00:00.001",
            }).Build())
            .AddSingleton(TimeProvider.System)
            .AddCentralDb()
            .AddCentralDb()
            .BuildServiceProvider(validateScopes: true);

        await Should.ThrowAsync<CentralDbUnreachableException>(
            () => services.GetRequiredService<CentralDbClient>().GetUserAsync("7", TestContext.Current.CancellationToken));

        keys.ShouldBe(["key"]);
        server.Requests.Count.ShouldBe(3);
    }
}
