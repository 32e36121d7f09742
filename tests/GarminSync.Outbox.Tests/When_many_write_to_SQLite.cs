using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GarminSync.Outbox.Tests;

/// <summary>Handlers queue at the gate; single statements, such as those of leases, do not, and are waited for by SQLite itself.</summary>
public sealed class When_many_write_to_SQLite(RabbitMqBroker broker, PostgreSqlServer postgres)
{
    private const int Times = 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Single_statements_beside_the_gate_get_their_turn()
    {
        await using var host = await StateHost.StartAsync(Setup.SqliteInMemory, broker, postgres);
        await WriteAsync(host, db => db.Add(new Note { Id = "lease" }));
        using var over = new CancellationTokenSource();
        var handlers = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                await WriteAsync(host, db => db.Add(new Note { Id = Guid.NewGuid().ToString() }));
            }
        })));

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => HoldAsync(host))));

        await over.CancelAsync();
        await handlers;
    }

    // One that does not get its turn for half a minute throws.
    private static async Task HoldAsync(StateHost host)
    {
        for (var time = 0; time < Times; time++)
        {
            await host.ReadAsync(
                db => db.Set<Note>().Where(note => note.Id == "lease").ExecuteUpdateAsync(row => row.SetProperty(note => note.Text, "held"), Token));
        }
    }

    private static async Task WriteAsync(StateHost host, Action<OutboxDbContext> change)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OutboxDbContext>();
        await db.BeginAsync(Token);
        change(db);
        await db.CommitAsync(Token);
    }
}
