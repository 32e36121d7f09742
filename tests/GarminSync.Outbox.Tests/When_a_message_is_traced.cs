using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using FitTrack.Hosting.Telemetry;
using GarminSync.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

/// <summary>Messages that a process has left in the outbox, and what is told of them.</summary>
public sealed class When_a_message_is_traced : IDisposable
{
    private const string Header = "MT-Activity-Id";

    private readonly RabbitMqBroker _broker;
    private readonly PostgreSqlServer _postgres;
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public When_a_message_is_traced(RabbitMqBroker broker, PostgreSqlServer postgres)
    {
        (_broker, _postgres) = (broker, postgres);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "MassTransit" or "GarminSync.Outbox",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _listener.Dispose();

    [Theory, EverySetup]
    public async Task It_goes_on_with_its_trace_whoever_delivers_it(Setup setup)
    {
        var clock = new ManualClock();
        await using var host = await StateHost.StartAsync(setup, _broker, _postgres, services => services.AddSingleton<TimeProvider>(clock));
        var trace = await LeaveAsync(host);

        await Eventually.Is(() => clock.WaitingTimers > 0, cancellationToken: Token);
        clock.Advance(TimeSpan.FromHours(23));

        (await DeliveredTraceAsync(host)).ShouldBe(trace);
    }

    [Theory, EverySetup]
    public async Task After_more_than_a_day_it_is_in_another_with_a_link_to_its_own(Setup setup)
    {
        var clock = new ManualClock();
        await using var host = await StateHost.StartAsync(setup, _broker, _postgres, services => services.AddSingleton<TimeProvider>(clock));
        var trace = await LeaveAsync(host);

        // The clock moves in steps, and the message would be delivered on the way: so it is made older.
        await host.ReadAsync(async db =>
        {
            var row = db.Outbox.Single();
            db.Entry(row).Property(stored => stored.SentAt).CurrentValue = row.SentAt.AddHours(-25);
            return await db.SaveChangesAsync(Token);
        });

        await Eventually.Is(() => clock.WaitingTimers > 0, cancellationToken: Token);
        clock.Advance(TimeSpan.FromSeconds(16));

        var delivered = await DeliveredTraceAsync(host);
        delivered.ShouldNotBe(trace);
        await Eventually.Is(() => _ended.Any(span => span.OperationName == "outbox late delivery" && span.TraceId.ToHexString() == delivered), cancellationToken: Token);
        _ended.Single(span => span.OperationName == "outbox late delivery" && span.TraceId.ToHexString() == delivered).Links.Single().Context.TraceId.ToHexString().ShouldBe(trace);
    }

    [Theory, EverySetup]
    public async Task The_outbox_tells_how_many_wait_in_it(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, _broker, _postgres, services => services
            .Configure<StateOptions>(options => options.SweepGrace = TimeSpan.FromMinutes(5))
            .Configure<TelemetryOptions>(options => (options.Prometheus, options.Interval) = (true, TimeSpan.FromMilliseconds(50))));
        var told = new ConcurrentDictionary<string, double>(StringComparer.Ordinal);
        using var meters = new MeterListener { InstrumentPublished = (instrument, self) => EnableOurs(instrument, self) };
        meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => told[instrument.Name] = value);
        meters.SetMeasurementEventCallback<double>((instrument, value, _, _) => told[instrument.Name] = value);
        meters.Start();

        await LeaveAsync(host);

        await Eventually.Is(
            () =>
            {
                meters.RecordObservableInstruments();
                return told.GetValueOrDefault("garminsync.outbox.messages") == 1 && told.GetValueOrDefault("garminsync.outbox.age") > 0;
            },
            cancellationToken: Token);
    }

    private static void EnableOurs(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == "GarminSync.Outbox")
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    /// <summary>As a process leaves a message that is killed after its commit. Returns the trace in which it was published.</summary>
    private static async Task<string> LeaveAsync(StateHost host)
    {
        await host.Services.GetRequiredService<OutboxDeliverer>().StopAsync(Token);
        using var activity = new Activity("a request").Start();
        await using var scope = host.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<StateOutbox>();
        await outbox.Publisher.Publish(new NoteWritten("traced"), Token);
        await outbox.CommitAsync(Token);
        return activity.TraceId.ToHexString();
    }

    private static async Task<string> DeliveredTraceAsync(StateHost host)
    {
        await Eventually.Equals(1, () => Task.FromResult(host.Wire.Of<NoteWritten>().Count), cancellationToken: Token);
        return host.Wire.Of<NoteWritten>()[0].Headers.Get<string>(Header)!.Split('-')[1];
    }
}
