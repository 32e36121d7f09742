using System.Collections.Concurrent;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_a_row_is_leased(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private const string Id = "window";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentQueue<Exception> _failures = new();
    private readonly LostAnswer _lostAnswer = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<Setup, bool> Databases => new([Setup.SqliteInMemory, Setup.PostgreSqlInMemory], [true, false]);

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_of_many_gets_it(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Lease(host, hasOwner, Long).TryTakeAsync(Token)));

        await taken.OfType<HeldLease>().ShouldHaveSingleItem().DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_next_gets_it_when_it_is_given_back(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);
        var held = await Lease(host, hasOwner, Long).TakeAsync(Token);
        var next = Lease(host, hasOwner, Long).TakeAsync(Token);

        (await Lease(host, hasOwner, Long).TryTakeAsync(Token)).ShouldBeNull();
        next.IsCompleted.ShouldBeFalse();
        await held!.DisposeAsync();

        await (await next)!.DisposeAsync();
        (await SeatAsync(host)).Until.ShouldBeNull();
        _failures.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task It_is_prolonged_while_its_holder_lives(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);
        await using var held = await Lease(host, hasOwner, TimeSpan.FromSeconds(4)).TakeAsync(Token);
        var first = (await SeatAsync(host)).Until;

        await Eventually.Is(async () => (await SeatAsync(host)).Until > first + TimeSpan.FromSeconds(2), cancellationToken: Token);

        (await Lease(host, hasOwner, Long).TryTakeAsync(Token)).ShouldBeNull();
        _failures.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task It_runs_out_when_its_holder_dies(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);
        await Lease(host, hasOwner, Short, Stopped()).TakeAsync(Token);

        await using var next = await Lease(host, hasOwner, Long).TakeAsync(Token);

        next.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_holder_that_has_lost_it_neither_prolongs_nor_frees_that_of_the_next(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);
        var (clock, asked) = (Stopped(), 0);
        var lost = await Lease(host, hasOwner, Short, clock, () => asked++).TakeAsync(Token);
        await using var held = await Lease(host, hasOwner, Long).TakeAsync(Token);
        var next = await SeatAsync(host);

        var before = asked;
        clock.Advance(Short);
        await Eventually.Is(() => asked > before, cancellationToken: Token);
        await lost!.DisposeAsync();

        var now = await SeatAsync(host);
        (now.Until, now.Holder).ShouldBe((next.Until, next.Holder));
        _failures.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_whose_prolonging_was_written_without_an_answer_can_still_be_given_back(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);
        var clock = Stopped();
        var held = await Lease(host, hasOwner, Long, clock).TakeAsync(Token);

        _lostAnswer.IsOn = true;
        clock.Advance(Long / 2);
        await Eventually.Is(() => !_failures.IsEmpty, cancellationToken: Token);
        _lostAnswer.IsOn = false;
        await held!.DisposeAsync();

        (await SeatAsync(host)).Until.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_whose_clock_is_ahead_does_not_take_it(bool hasOwner)
    {
        await using var host = await StartAsync(Setup.PostgreSqlInMemory);
        await using var held = await Lease(host, hasOwner, Long).TakeAsync(Token);

        var ahead = new ShiftedClock(TimeProvider.System.GetUtcNow().AddHours(1));
        (await Lease(host, hasOwner, Long, ahead).TryTakeAsync(Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_whose_clock_is_behind_holds_it_as_long_as_any(bool hasOwner)
    {
        await using var host = await StartAsync(Setup.PostgreSqlInMemory);
        var behind = new ShiftedClock(TimeProvider.System.GetUtcNow().AddHours(-1));
        await using var held = await Lease(host, hasOwner, Long, behind).TakeAsync(Token);

        (await Lease(host, hasOwner, Long).TryTakeAsync(Token)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task One_that_is_left_to_run_out_is_not_given_back(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);
        var held = await Lease(host, hasOwner, Long).TakeAsync(Token);

        held!.LetRunOut();
        await held.DisposeAsync();

        (await Lease(host, hasOwner, Long).TryTakeAsync(Token)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_row_that_is_not_there_is_not_waited_for(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);
        await host.ReadAsync(db => db.Set<Seat>().ExecuteDeleteAsync(Token));

        (await Lease(host, hasOwner, Long).TakeAsync(Token)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_row_that_is_made_at_need_is_leased(Setup setup, bool hasOwner)
    {
        await using var host = await StartAsync(setup);
        await host.ReadAsync(db => db.Set<Seat>().ExecuteDeleteAsync(Token));
        var lease = new RowLease<Seat>(Work(host), TimeProvider.System)
        {
            Prepare = (db, token) => db.Database.ExecuteSqlAsync($"INSERT INTO seat (id, losses) VALUES ({Id}, 0) ON CONFLICT DO NOTHING", token),
            Wanted = (seats, _) => seats.Where(seat => seat.Id == Id),
            Until = seat => seat.Until,
            Owners = hasOwner ? [new(seat => seat.Holder, Guid.NewGuid())] : [],
            Length = Long,
            Failed = _failures.Enqueue,
        };

        await using var held = await lease.TakeAsync(Token);

        held.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(Setup.SqliteInMemory)]
    [InlineData(Setup.PostgreSqlInMemory)]
    public async Task Work_that_was_handed_out_is_claimed_once_and_again_by_a_repeat_of_its_message(Setup setup)
    {
        await using var host = await StartAsync(setup);
        var (message, other, worker) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await host.ReadAsync(db => db.Set<Seat>().ExecuteUpdateAsync(
            row => row.SetProperty(seat => seat.Until, TimeProvider.System.GetUtcNow().AddMinutes(5)), Token)); // handed out, nobody has begun

        var dead = await Claim(host, message, worker).TryTakeAsync(Token);
        var repeat = await Claim(host, message, Guid.NewGuid()).TryTakeAsync(Token);

        (await Claim(host, other, Guid.NewGuid()).TryTakeAsync(Token)).ShouldBeNull();
        await dead!.DisposeAsync();
        var held = await SeatAsync(host);
        (held.Holder, held.Losses).ShouldBe((message, 1));
        held.Worker.ShouldNotBe(worker);

        await repeat!.DisposeAsync();
        var free = await SeatAsync(host);
        (free.Holder, free.Worker, free.Losses).ShouldBe((null, null, 1));
        free.Until.ShouldNotBeNull();
        await using var next = await Claim(host, other, worker).TryTakeAsync(Token);
        next.ShouldNotBeNull();
    }

    private RowLease<Seat> Claim(StateHost host, Guid message, Guid worker) => new(Work(host), TimeProvider.System)
    {
        Wanted = (seats, _) => seats.Where(seat => seat.Id == Id),
        Until = seat => seat.Until,
        Owners = [new(seat => seat.Holder, message), new(seat => seat.Worker, worker)],
        TakeAlsoWhen = seat => seat.Holder == null || seat.Holder == message,
        OnTake = row => row.SetProperty(seat => seat.Losses, seat => seat.Holder != null && seat.Worker != worker ? seat.Losses + 1 : seat.Losses),
        OnGiveBack = row => row.SetProperty(seat => seat.Holder, (Guid?)null).SetProperty(seat => seat.Worker, (Guid?)null),
        Length = Long,
        Failed = _failures.Enqueue,
    };

    /// <summary>An attempt of another process.</summary>
    private RowLease<Seat> Lease(StateHost host, bool hasOwner, TimeSpan length, TimeProvider? clock = null, Action? asked = null) => new(Work(host), clock ?? TimeProvider.System)
    {
        Wanted = (seats, _) =>
        {
            asked?.Invoke();
            return seats.Where(seat => seat.Id == Id);
        },
        Until = seat => seat.Until,
        Owners = hasOwner ? [new(seat => seat.Holder, Guid.NewGuid())] : [],
        Length = length,
        Failed = _failures.Enqueue,
    };

    private async Task<StateHost> StartAsync(Setup setup)
    {
        var host = await StateHost.StartAsync(setup, broker, postgres, services => services.ConfigureDbContext<TestDb>(builder => builder.AddInterceptors(_lostAnswer)));
        await host.ReadAsync(db =>
        {
            db.Add(new Seat { Id = Id });
            return db.SaveChangesAsync(Token);
        });
        return host;
    }

    private static OwnUnitOfWork Work(StateHost host) => host.Services.GetRequiredService<OwnUnitOfWork>();

    private static Task<Seat> SeatAsync(StateHost host) => host.ReadAsync(db => db.Set<Seat>().AsNoTracking().SingleAsync(Token));

    /// <summary>The clock of a process that has died, or is held up: its leases are prolonged when the test moves it, and not before.</summary>
    private static ManualClock Stopped() => new(TimeProvider.System.GetUtcNow());
}
