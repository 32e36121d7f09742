using GarminSync.Consumers.Activities;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Activities;

public sealed class When_it_is_asked_what_a_list_covers
{
    private static readonly DateTimeOffset From = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Before = new(2026, 5, 9, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_instant_is_in_it_and_the_last_is_not()
    {
        var coverage = new ListingCoverage(From, Before, ListedAt: Before);

        coverage.Has(From).ShouldBeTrue();
        coverage.Has(From.AddTicks(-1)).ShouldBeFalse();
        coverage.Has(Before.AddTicks(-1)).ShouldBeTrue();
        coverage.Has(Before).ShouldBeFalse();
    }

    [Fact]
    public void An_end_that_is_not_given_is_open()
    {
        new ListingCoverage(null, Before, ListedAt: Before).Has(DateTimeOffset.MinValue).ShouldBeTrue();
        new ListingCoverage(From, null, ListedAt: Before).Has(DateTimeOffset.MaxValue).ShouldBeTrue();
    }

    [Fact]
    public void An_activity_without_a_start_is_never_in_it() => new ListingCoverage(null, null, ListedAt: Before).Has(null).ShouldBeFalse();
}
