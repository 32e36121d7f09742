using System.Diagnostics;
using FitTrack.Hosting.Telemetry;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

public sealed class When_a_stored_trace_goes_on : IDisposable
{
    private const string Stored = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ActivitySource _source = new("A test of stored traces");
    private readonly Activity _cause = new Activity("what led here").Start();

    public void Dispose()
    {
        _cause.Dispose();
        _source.Dispose();
    }

    [Fact]
    public void Within_a_day_it_is_the_parent_and_what_led_here_is_linked()
    {
        using var listener = Listen();

        using var activity = TraceContexts.GoOn(_source, "job", Stored, Since, Since.AddHours(24)).ShouldNotBeNull();

        activity.ParentId.ShouldBe(Stored);
        activity.TraceId.ToHexString().ShouldBe(Trace);
        activity.Links.Single().Context.TraceId.ShouldBe(_cause.TraceId);
        TraceContexts.Current(_source).ShouldBe(activity.Id);
        TraceContexts.IsIn(Stored).ShouldBeTrue();
    }

    [Theory]
    [InlineData(25)]
    [InlineData(null)]
    public void After_more_than_a_day_it_is_linked_to_what_led_here(int? hours)
    {
        using var listener = Listen();

        TraceContexts.GoOn(_source, "job", Stored, hours is { } after ? Since : null, Since.AddHours(hours ?? 1)).ShouldBeNull();

        Activity.Current.ShouldBe(_cause);
        _cause.Links.Single().Context.TraceId.ToHexString().ShouldBe(Trace);
        TraceContexts.IsIn(Stored).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    public void What_cannot_be_read_is_passed_over(string? stored)
    {
        using var listener = Listen();

        TraceContexts.GoOn(_source, "job", stored, Since, Since).ShouldBeNull();
        _cause.Links.ShouldBeEmpty();
    }

    [Fact]
    public void Without_telemetry_nothing_is_stored_and_nothing_goes_on()
    {
        TraceContexts.Current(_source).ShouldBeNull();
        TraceContexts.GoOn(_source, "job", Stored, Since, Since).ShouldBeNull();
        _cause.Links.ShouldBeEmpty();
    }

    private ActivityListener Listen()
    {
        var listener = new ActivityListener { ShouldListenTo = source => source == _source, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
