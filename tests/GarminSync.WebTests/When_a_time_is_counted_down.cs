using GarminSync.Testing;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GarminSync.WebTests;

public sealed class When_a_time_is_counted_down
{
    [Fact]
    public async Task It_is_drawn_each_second_and_at_its_end_for_the_last_time()
    {
        var clock = new ManualClock();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        await using var page = new DrawnPage(services, NullLoggerFactory.Instance);

        await page.ShowAsync(clock.GetUtcNow().AddSeconds(2));
        page.Drawings.ShouldBe(1);
        await Eventually.Equals(1, () => Task.FromResult(clock.WaitingTimers));
        clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.Equals(2, () => Task.FromResult(page.Drawings));
        clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.Equals(3, () => Task.FromResult(page.Drawings));

        await Eventually.Equals(0, () => Task.FromResult(clock.WaitingTimers));

        // There may be another time later, as when Garmin limits again.
        await page.ShowAsync(clock.GetUtcNow().AddSeconds(1));
        await Eventually.Equals(1, () => Task.FromResult(clock.WaitingTimers));
        clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.Equals(5, () => Task.FromResult(page.Drawings));
        await Eventually.Equals(0, () => Task.FromResult(clock.WaitingTimers));
    }

#pragma warning disable BL0006 // Counting drawings is what this is for.
    private sealed class DrawnPage : Renderer
    {
        private readonly int _countdown;
        private int _drawings;

        public DrawnPage(IServiceProvider services, ILoggerFactory logs)
            : base(services, logs) => _countdown = AssignRootComponentId(InstantiateComponent(typeof(Countdown)));

        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        public int Drawings => Volatile.Read(ref _drawings);

        public Task ShowAsync(DateTimeOffset until) => Dispatcher.InvokeAsync(() =>
            RenderRootComponentAsync(_countdown, ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Countdown.Until)] = until })));

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
        {
            Interlocked.Increment(ref _drawings);
            return Task.CompletedTask;
        }

        protected override void HandleException(Exception exception) => System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception);
    }
#pragma warning restore BL0006
}
