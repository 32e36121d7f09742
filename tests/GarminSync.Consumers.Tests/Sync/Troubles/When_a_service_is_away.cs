using CentralDb.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Sync;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

using Answer = GarminSync.Testing.Answer;

/// <summary>What a process does while Garmin or CentralDB answers nobody.</summary>
public sealed class When_a_service_is_away
{
    private readonly ShiftedClock _clock = new(TimeProvider.System.GetUtcNow());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_that_were_under_way_when_it_went_away_are_one_failure()
    {
        var gone = new TaskCompletionSource();
        var arrived = 0;
        await using var host = await StartAsync(async context =>
        {
            Interlocked.Increment(ref arrived);
            await gone.Task;
            await JudgedWork.Cloudflare(context);
        });
        for (var account = 10; account < 26; account++)
        {
            await host.LinkAsync($"{account}", JudgedWork.Linked with { Tokens = Some.Tokens() with { AccessToken = $"access-{account}" } });
        }

        var work = Enumerable.Range(10, 16).Select(account => host.AskAsync($"{account}")).ToList();
        await Eventually.Is(() => Volatile.Read(ref arrived) == 16);
        gone.SetResult();
        (await Task.WhenAll(work)).ShouldAllBe(met => met!.IsOutage);

        var outage = host.Outages().ShouldHaveSingleItem();
        outage.Failures.ShouldBe(1);
        (outage.Until - outage.Since).TotalSeconds.ShouldBeInRange(10, 12.5 + 5);
    }

    [Fact]
    public async Task While_it_is_everybodys_nobody_asks_but_one_after_each_pause()
    {
        await using var host = await StartAsync(JudgedWork.Cloudflare);
        await host.LinkAsync("8", JudgedWork.Linked);
        await host.AskAsync();
        var before = host.Garmin.Requests.Count;

        for (var work = 0; work < 10; work++)
        {
            (await host.AskAsync(work % 2 == 0 ? "7" : "8"))!.IsOutage.ShouldBeTrue();
        }

        host.Garmin.Requests.Count.ShouldBe(before);

        _clock.Advance(host.Outages().Single().Until - _clock.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 10).Select(work => host.AskAsync(work % 2 == 0 ? "7" : "8")));

        (host.Garmin.Requests.Count - before).ShouldBe(2, "the call, and the one that asks whether Garmin is there");
        host.Outages().Single().Failures.ShouldBe(2);
    }

    [Fact]
    public async Task It_ends_by_itself_with_the_first_answer()
    {
        await using var host = await StartAsync(JudgedWork.Cloudflare);
        var until = (await host.AskAsync())!.Until!.Value;
        host.Garmin.AnswerWith(Some.Garmin((JudgedWork.Broken, Answer.Json("{}"))));
        _clock.Advance(until - _clock.GetUtcNow());

        (await host.AskAsync()).ShouldBeNull();

        host.Outages().ShouldBeEmpty();
        (await host.AskAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Work_that_met_an_outage_of_CentralDB_and_says_so_does_not_end_it()
    {
        await using var host = await StartAsync(Some.Garmin());

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(
            session => services.GetRequiredService<TroubleJudge>().JudgeAsync(new CentralDbUnreachableException("the upload", "HTTP 503"), session, _clock.GetUtcNow(), Token), Token));

        met!.IsOutage.ShouldBeTrue();
        host.Outages().ShouldHaveSingleItem().Service.ShouldBe(Outage.CentralDb);
    }

    [Fact]
    public async Task CentralDB_is_back_with_the_first_work_that_is_done()
    {
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, Answer.Json("{}"))));
        var away = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(_ => throw new CentralDbUnreachableException("the upload", "HTTP 503"), Token));
        _clock.Advance(away!.Until!.Value - _clock.GetUtcNow());

        (await host.AskAsync()).ShouldBeNull();

        host.Outages().ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_others_were_answered_since_the_work_began_says_that_Garmin_is_there()
    {
        var outages = new Outages(Options.Create(new SyncOptions()), _clock, new Lines());
        outages.GarminAnswered("8");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var began = _clock.GetUtcNow();
        outages.GarminAnswered("7");
        outages.GarminAnswered("7");

        outages.GarminAnsweredAnother("7", began).ShouldBeFalse("its own answers do not count, and that of the other is from before");

        outages.GarminAnswered("8");
        outages.GarminAnswered("7");
        outages.GarminAnswered("7");
        outages.GarminAnsweredAnother("7", began).ShouldBeTrue();
    }

    [Fact]
    public void An_answer_at_the_moment_at_which_the_work_began_counts()
    {
        var clock = new ManualClock();
        var outages = new Outages(Options.Create(new SyncOptions()), clock, new Lines());
        outages.GarminAnswered("8");

        outages.GarminAnsweredAnother("7", clock.GetUtcNow()).ShouldBeTrue();
    }

    [Fact]
    public void At_the_end_of_a_pause_one_asks_and_its_failure_makes_the_next_pause_longer()
    {
        var clock = new ManualClock();
        var outages = new Outages(Options.Create(new SyncOptions()), clock, new Lines());
        clock.Advance(outages.Begin(Outage.Garmin, "it answered 503.", clock.GetUtcNow()) - clock.GetUtcNow());

        outages.HoldUp().ShouldBeNull();
        outages.HoldUp().ShouldNotBeNull("others wait for the one who asks");
        outages.Begin(Outage.Garmin, "it answered 503.", clock.GetUtcNow());

        outages.Current.ShouldHaveSingleItem().Failures.ShouldBe(2);
    }

    [Fact]
    public async Task Work_that_asked_Garmin_for_nothing_does_not_end_it()
    {
        await using var host = await StartAsync(JudgedWork.Cloudflare);
        await AwayAsync(host);

        (await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(_ => Task.FromResult<Trouble?>(null), Token))).ShouldBeNull();

        host.Outages().ShouldHaveSingleItem().Service.ShouldBe(Outage.Garmin);
    }

    [Fact]
    public async Task Work_that_was_answered_before_Garmin_went_away_does_not_end_it()
    {
        await using var host = await StartAsync(Some.Garmin((JudgedWork.Broken, Answer.Json("{}"))));

        var met = await host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of("7").RunAsync(
            async session =>
            {
                await JudgedWork.FindAsync(services, session);
                host.Garmin.AnswerWith(JudgedWork.Cloudflare);
                return await JudgedWork.FindAsync(services, session);
            },
            Token));

        met!.IsOutage.ShouldBeTrue();
        host.Outages().ShouldHaveSingleItem().Service.ShouldBe(Outage.Garmin);
    }

    [Fact]
    public async Task A_failure_of_the_items_own_ends_it_too_because_Garmin_has_answered()
    {
        await using var host = await StartAsync(JudgedWork.Cloudflare);
        await AwayAsync(host);
        host.Garmin.AnswerWith(Some.Garmin((JudgedWork.Broken, Answer.Status(500))));

        (await host.AskAsync())!.Action.ShouldBe(TroubleAction.TryAgain);

        host.Outages().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_shows_in_the_health_of_the_process()
    {
        await using var host = await StartAsync(JudgedWork.Cloudflare);
        (await HealthAsync(host)).Status.ShouldBe(HealthStatus.Healthy);

        await host.AskAsync();

        var health = await HealthAsync(host);
        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Description.ShouldNotBeNull().ShouldStartWith("Garmin Connect is away since ");
    }

    [Fact]
    public void It_is_in_the_log_once_at_its_begin_and_once_at_its_end()
    {
        var log = new Lines();
        var outages = new Outages(Options.Create(new SyncOptions()), _clock, log);

        for (var failure = 0; failure < 5; failure++)
        {
            outages.Begin(Outage.Garmin, "it answered 503.", _clock.GetUtcNow());
        }

        outages.End(Outage.Garmin);
        outages.End(Outage.Garmin);

        log.Ids.ShouldBe([3041, 3042]);
    }

    private Task<CapabilityHost> StartAsync(RequestDelegate garmin) => JudgedWork.StartAsync(garmin, _clock);

    /// <summary>Garmin is away, and the pause is over.</summary>
    private async Task AwayAsync(CapabilityHost host)
    {
        var until = (await host.AskAsync())!.Until!.Value;
        _clock.Advance(until - _clock.GetUtcNow());
    }

    private static Task<HealthCheckResult> HealthAsync(CapabilityHost host) => host.InScopeAsync(services =>
        new OutagesHealthCheck(services.GetRequiredService<Outages>()).CheckHealthAsync(new HealthCheckContext(), Token));

    private sealed class Lines : ILogger<Outages>
    {
        public List<int> Ids { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Ids.Add(eventId.Id);
    }
}
