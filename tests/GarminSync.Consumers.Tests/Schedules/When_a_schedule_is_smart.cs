using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Schedules;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using GarminSync.Testing;
using MassTransit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Schedules;

using Answer = GarminSync.Testing.Answer;

public sealed class When_a_schedule_is_smart
{
    private const string User = "7";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConsumeContext<LookForNews> _context = Substitute.For<ConsumeContext<LookForNews>>();
    private readonly Guid _jobId = Guid.NewGuid();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-20, false)]
    [InlineData(-10, true)] // Garmin may not have reckoned it yet when it was asked
    [InlineData(20, true)]
    public async Task A_sync_is_asked_for_when_a_device_has_uploaded_since_the_last_one_began(int minutesAfter, bool asked)
    {
        await using var host = await StartAsync(Upload(Now - (Minute * 60) + (Minute * minutesAfter)));
        await SyncedAsync(host, Now - (Minute * 60));

        await LookAsync(host);

        Asked().Count.ShouldBe(asked ? 1 : 0);
        host.Garmin.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task It_is_the_job_of_that_run()
    {
        await using var host = await StartAsync(Upload(Now));
        await SyncedAsync(host, Now - (Minute * 60));

        await LookAsync(host);

        var request = Asked().ShouldHaveSingleItem();
        (request.UserId, request.JobId, request.Kinds).ShouldBe((User, _jobId, null));
    }

    [Fact]
    public async Task After_six_hours_a_sync_comes_without_a_question()
    {
        await using var host = await StartAsync(Upload(Now - TimeSpan.FromDays(3)));
        await SyncedAsync(host, Now - TimeSpan.FromHours(6));

        await LookAsync(host);

        Asked().ShouldHaveSingleItem();
        host.Garmin.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_sync_comes_without_a_question()
    {
        await using var host = await StartAsync(Upload(Now - TimeSpan.FromDays(3)));

        await LookAsync(host);

        Asked().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_sync_of_less_or_one_that_failed_does_not_count()
    {
        await using var host = await StartAsync(Upload(Now - TimeSpan.FromDays(3)));
        await SyncedAsync(host, Now - (Minute * 10), kinds: [SyncKinds.Activities]);
        await SyncedAsync(host, Now - (Minute * 10), start: new DateOnly(2026, 2, 1), end: new DateOnly(2026, 2, 2));
        await SyncedAsync(host, Now - (Minute * 10), state: "Failed");

        await LookAsync(host);

        Asked().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Where_Garmin_does_not_say_the_sync_comes(int status)
    {
        await using var host = await StartAsync(Answer.Json(HealthMetrics.HealthHost.Words(status), status));
        await SyncedAsync(host, Now - (Minute * 60));

        await LookAsync(host);

        Asked().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task While_Garmin_is_away_a_job_waits_for_it_and_nobody_asks_on()
    {
        await using var host = await StartAsync(Answer.Status(503));
        await SyncedAsync(host, Now - (Minute * 60));
        await LookAsync(host);
        var asked = host.Garmin.Requests.Count;

        await LookAsync(host);

        Asked().Count.ShouldBe(2); // the second joins the first
        host.Garmin.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task A_limit_is_noted_and_a_job_waits_for_its_end()
    {
        await using var host = await StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "600";
            return Answer.Status(429)(context);
        });
        await SyncedAsync(host, Now - (Minute * 60));

        await LookAsync(host);
        await LookAsync(host);

        (await AccountAsync(host)).RateLimitedUntil!.Value.ShouldBeInRange(Now + (Minute * 9), Now + (Minute * 11));
        host.Garmin.Requests.ShouldHaveSingleItem();
        Asked().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_a_person_has_to_log_in_it_is_told_once_and_nothing_is_asked_for()
    {
        await using var host = await StartAsync(Some.Garmin(("/device-service", Answer.Status(401)), ("/di-oauth2-service", Answer.Json("""{"error":"invalid_grant"}""", 400))));
        await SyncedAsync(host, Now - (Minute * 60));

        await LookAsync(host);
        var asked = host.Garmin.Requests.Count;
        await LookAsync(host);

        Asked().ShouldBeEmpty();
        (await AccountAsync(host)).NeedsLogin.ShouldBeTrue();
        host.Garmin.Requests.Count.ShouldBe(asked);
        await _context.Received(1).Publish(Arg.Any<GarminReauthenticationRequired>(), Arg.Any<CancellationToken>());
    }

    private static RequestDelegate Upload(DateTimeOffset at) => Answer.Json($$"""{"lastUsedDeviceUploadTime":{{at.ToUnixTimeMilliseconds()}}}""");

    private static async Task<CapabilityHost> StartAsync(RequestDelegate garmin)
    {
        var host = await CapabilityHost.StartAsync(garmin, new ShiftedClock(Now));
        await host.LinkAsync(User, new LinkedCredentials("a", Password: null, Some.Tokens(life: TimeSpan.FromDays(3650))));
        return host;
    }

    private static Task SyncedAsync(
        CapabilityHost host, DateTimeOffset began, string[]? kinds = null, DateOnly? start = null, DateOnly? end = null, string state = "Completed") => host.InScopeAsync(services =>
        {
            services.GetRequiredService<StateDb>().Add(new SyncJob
            {
                CorrelationId = Guid.NewGuid(),
                UserId = User,
                CurrentState = state,
                JobType = SyncKinds.All,
                RequestedAt = began,
                StartedAt = began,
                FinishedAt = began + Minute,
                Scope = new SyncScope { Kinds = kinds ?? [SyncKinds.Activities, SyncKinds.Health], Formats = [ActivityFileFormats.Original], StartDate = start, EndDate = end },
            });
            return Task.CompletedTask;
        });

    private static Task<GarminAccount> AccountAsync(CapabilityHost host) =>
        host.InScopeAsync(services => services.GetRequiredService<StateDb>().Set<GarminAccount>().AsNoTracking().SingleAsync(Token));

    private Task LookAsync(CapabilityHost host) => host.InScopeAsync(services =>
    {
        _context.Message.Returns(new LookForNews { UserId = User, JobId = _jobId });
        _context.CancellationToken.Returns(Token);
        return ActivatorUtilities.CreateInstance<LookForNewsConsumer>(services).Consume(_context);
    });

    private List<SyncRequested> Asked() => [.. _context.ReceivedCalls().Where(call => call.GetMethodInfo().Name == "Publish").Select(call => call.GetArguments()[0]).OfType<SyncRequested>()];
}
