using GarminSync.Consumers.Sync;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_the_dispatcher_meets_trouble
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An exception that ends the loop stops the whole process.</summary>
    [Theory]
    [InlineData(typeof(TimeoutException))]
    [InlineData(typeof(OperationCanceledException))] // the database's own time limit, say
    public async Task It_looks_again(Type trouble)
    {
        var clock = new ManualClock();
        var scopes = new NoScopes(trouble);
        using var dispatcher = new Dispatcher(scopes, clock, Options.Create(new SyncOptions()), NullLogger<Dispatcher>.Instance);
        await dispatcher.StartAsync(Token);

        await Eventually.Is(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(scopes.Asked > 3);
            },
            cancellationToken: Token);

        dispatcher.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await dispatcher.StopAsync(Token);
    }

    private sealed class NoScopes(Type trouble) : IServiceScopeFactory
    {
        private int _asked;

        public int Asked => _asked;

        public IServiceScope CreateScope()
        {
            Interlocked.Increment(ref _asked);
            throw (Exception)Activator.CreateInstance(trouble)!;
        }
    }
}
