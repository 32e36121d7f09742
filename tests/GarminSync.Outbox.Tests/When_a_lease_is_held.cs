using System.Collections.Concurrent;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_a_lease_is_held
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(20);

    private readonly ManualClock _clock = new();
    private readonly ConcurrentQueue<TimeSpan?> _set = new();
    private readonly ConcurrentQueue<Exception> _failures = new();

    [Fact]
    public async Task It_is_prolonged_before_it_runs_out_and_given_back_once()
    {
        var lease = new HeldLease(Length, SetAsync, _failures.Enqueue, _clock);

        await AdvanceAsync(Length / 2, until: () => !_set.IsEmpty);
        await lease.DisposeAsync();

        _set.SkipLast(1).ShouldAllBe(length => length == Length);
        _set.Count(length => length is null).ShouldBe(1);
        _set.Last().ShouldBeNull();
        _failures.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_state_store_that_was_away_is_tried_again()
    {
        var away = true;
        var lease = new HeldLease(Length, length => away ? throw new TimeoutException() : SetAsync(length), _failures.Enqueue, _clock);

        await AdvanceAsync(Length / 2, until: () => !_failures.IsEmpty);
        away = false;
        await AdvanceAsync(Length / 2, until: () => !_set.IsEmpty);

        _set.First().ShouldBe(Length);
        await lease.DisposeAsync();
    }

    [Fact]
    public async Task A_state_store_that_is_away_does_not_undo_what_was_done_under_it()
    {
        var lease = new HeldLease(Length, _ => throw new TimeoutException(), _failures.Enqueue, _clock);

        await Should.NotThrowAsync(async () => await lease.DisposeAsync());

        _failures.ShouldHaveSingleItem().ShouldBeOfType<TimeoutException>();
    }

    private Task SetAsync(TimeSpan? length)
    {
        _set.Enqueue(length);
        return Task.CompletedTask;
    }

    // What happens at a tick happens on another thread.
    private Task AdvanceAsync(TimeSpan by, Func<bool> until)
    {
        _clock.Advance(by);
        return Eventually.Is(() => Task.FromResult(until()));
    }
}
