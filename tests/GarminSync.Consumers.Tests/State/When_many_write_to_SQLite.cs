using System.Diagnostics;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.State;

/// <summary>Handlers queue at the gate; single statements, such as those of leases, do not, and are waited for by SQLite itself.</summary>
public sealed class When_many_write_to_SQLite(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Single_statements_beside_the_gate_get_their_turn()
    {
        await using var host = await StateHost.StartAsync(Setup.SqliteInMemory, broker, postgres);
        await WriteAsync(host, db => db.Add(new Note { Id = "lease" }));
        var started = Stopwatch.GetTimestamp();
        var handlers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => RepeatAsync(() => WriteAsync(host, db => db.Add(new Note { Id = Guid.NewGuid().ToString() })))));
        var leases = Enumerable.Range(0, 2).Select(_ => Task.Run(() => RepeatAsync(() => host.ReadAsync(
            db => db.Set<Note>().Where(note => note.Id == "lease").ExecuteUpdateAsync(row => row.SetProperty(note => note.Text, "held"), Token)))));

        var written = await Task.WhenAll([.. handlers, .. leases]);

        written.ShouldAllBe(times => times > 0);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", written));

        async Task<int> RepeatAsync(Func<Task> write)
        {
            var times = 0;
            for (; Stopwatch.GetElapsedTime(started) < Busy; times++)
            {
                await write();
            }

            return times;
        }
    }

    private static async Task WriteAsync(StateHost host, Action<StateDb> change)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StateDb>();
        await db.BeginAsync(Token);
        change(db);
        await db.CommitAsync(Token);
    }
}
