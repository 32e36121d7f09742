using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Outbox.Tests;

public sealed class When_time_passes(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Setup.SqliteInMemory)]
    [InlineData(Setup.PostgreSqlInMemory)]
    public async Task Only_messages_older_than_the_retention_are_forgotten(Setup setup)
    {
        var clock = new ManualClock();
        await using var host = await StateHost.StartAsync(setup, broker, postgres, services => services
            .AddSingleton<TimeProvider>(clock)
            .Configure<StateOptions>(options => options.SweepInterval = TimeSpan.FromHours(1)));
        await host.ReadAsync(async db =>
        {
            for (var number = 0; number < 2500; number++)
            {
                db.Inbox.Add(new InboxRow { MessageId = Guid.NewGuid(), ConsumerId = Guid.NewGuid(), ReceivedAt = clock.GetUtcNow() });
            }

            return await db.SaveChangesAsync(Token);
        });
        await Eventually.Is(() => clock.WaitingTimers >= 2, cancellationToken: Token);

        clock.Advance(TimeSpan.FromDays(6.5));
        await host.Bus.Publish(new WriteNote("recent"), Token);
        await Eventually.Equals(2501, InboxCountAsync, cancellationToken: Token);
        clock.Advance(TimeSpan.FromDays(1));

        await Eventually.Equals(1, InboxCountAsync, cancellationToken: Token);

        Task<int> InboxCountAsync() => host.ReadAsync(db => db.Inbox.CountAsync(Token));
    }

    [Theory]
    [InlineData(Setup.SqliteInMemory)]
    [InlineData(Setup.PostgreSqlInMemory)]
    public async Task Times_are_kept_and_compared_as_moments(Setup setup)
    {
        await using var host = await StateHost.StartAsync(setup, broker, postgres);
        var inKathmandu = new DateTimeOffset(2026, 3, 1, 0, 30, 0, 123, TimeSpan.FromMinutes(345));
        var inUtc = new DateTimeOffset(2026, 2, 28, 20, 0, 0, TimeSpan.Zero);
        await host.ReadAsync(db =>
        {
            db.Add(new Note { Id = "Kathmandu", WrittenAt = inKathmandu });
            db.Add(new Note { Id = "UTC", WrittenAt = inUtc });
            return db.SaveChangesAsync(Token);
        });

        var notes = await host.ReadAsync(db => db.Set<Note>().OrderBy(note => note.WrittenAt).ToListAsync(Token));
        var before = await host.ReadAsync(db => db.Set<Note>().Where(note => note.WrittenAt < inUtc).Select(note => note.Id).ToListAsync(Token));

        notes.Select(note => note.WrittenAt).ShouldBe([inKathmandu, inUtc]);
        notes.ShouldAllBe(note => note.WrittenAt.Offset == TimeSpan.Zero);
        before.ShouldBe(["Kathmandu"]);
    }
}
