using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_there_is_a_backlog
{
    private readonly OutboxBacklog _backlog = new();

    [Fact]
    public void Nothing_is_left_without_one()
    {
        _backlog.TryJoin().ShouldBeFalse();
        _backlog.LeaveUncommitted(() => true).ShouldBeFalse();
        _backlog.Exists.ShouldBeFalse();
    }

    [Fact]
    public void All_later_batches_are_left_too()
    {
        _backlog.Leave().ShouldBeTrue();

        _backlog.Leave().ShouldBeFalse();
        _backlog.TryJoin().ShouldBeTrue();
        _backlog.LeaveUncommitted(() => true).ShouldBeTrue();
    }

    [Fact]
    public void A_lane_that_is_full_starts_one()
    {
        _backlog.LeaveUncommitted(() => false).ShouldBeTrue();

        _backlog.Exists.ShouldBeTrue();
    }

    [Fact]
    public void It_ends_when_the_sweep_finds_nothing_more()
    {
        _backlog.Leave();

        _backlog.TryEnd(_backlog.Left);

        _backlog.Exists.ShouldBeFalse();
    }

    [Fact]
    public void It_goes_on_when_a_batch_came_after_the_sweep_had_looked()
    {
        _backlog.Leave();
        var left = _backlog.Left;
        _backlog.TryJoin();

        _backlog.TryEnd(left);

        _backlog.Exists.ShouldBeTrue();
    }

    [Fact]
    public void It_goes_on_while_a_batch_that_was_left_is_being_committed()
    {
        _backlog.Leave();
        _backlog.LeaveUncommitted(() => true);

        _backlog.TryEnd(_backlog.Left);
        _backlog.Exists.ShouldBeTrue();

        var left = _backlog.Left;
        _backlog.Committed();
        _backlog.TryEnd(left);
        _backlog.Exists.ShouldBeTrue();

        _backlog.TryEnd(_backlog.Left);
        _backlog.Exists.ShouldBeFalse();
    }
}
