using System.Net.Http.Json;
using GarminConnect.Simulator;
using GarminConnect.Simulator.Athletes;
using GarminSync.Consumers.Accounts;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace GarminSync.LongRunTests;

/// <summary>Garmin, CentralDB and the product with a clock that the test moves, and athletes who are synchronised at intervals.</summary>
internal sealed class World : IAsyncDisposable
{
    // The clocks of Europe change after two weeks, and so do the athletes' days.
    private static readonly DateTimeOffset Start = new(2026, 3, 15, 6, 0, 0, TimeSpan.Zero);

    private const int DaysOfFirstSync = 30;

    private readonly Dictionary<string, string> _users = new(StringComparer.Ordinal);
    private readonly HttpClient _admin;

    private World(ShiftedClock clock, GarminSimulator garmin, CentralDbUnderTest centralDb, Product product, LongSize size)
    {
        (Clock, Garmin, CentralDb, Product, Size) = (clock, garmin, centralDb, product, size);
        _admin = new HttpClient { BaseAddress = garmin.BaseAddress };
    }

    public LongSize Size { get; }

    public ShiftedClock Clock { get; }

    public GarminSimulator Garmin { get; }

    public CentralDbUnderTest CentralDb { get; }

    public Product Product { get; }

    public IReadOnlyList<string> Emails => Names(Size);

    /// <summary>How many syncs each account was given.</summary>
    public Dictionary<string, int> Syncs { get; } = new(StringComparer.Ordinal);

    /// <summary>The first day of the first sync.</summary>
    public static DateOnly FirstDay => DateOnly.FromDateTime(Start.UtcDateTime).AddDays(1 - DaysOfFirstSync);

    public static async Task<World> StartAsync(LongSize size)
    {
        var clock = new ShiftedClock(Start);
        var garmin = await GarminSimulator.StartAsync(new SimulatorOptions
        {
            Clock = clock,
            DefaultActivities = 0,
            Athletes = [.. Names(size).Select((email, index) => new AthleteSpec { Email = email, Seed = index + 1, Activities = 12 })],
        });
        var centralDb = await CentralDbUnderTest.StartAsync();
        var world = new World(clock, garmin, centralDb, await Product.StartAsync(garmin.BaseAddress, centralDb.Url, clock), size);
        foreach (var email in world.Emails)
        {
            world._users[email] = (await world.Product.LinkAsync(email)).ShouldNotBeNull();
        }

        return world;
    }

    public string UserOf(string email) => _users[email];

    /// <summary>Asks for a sync of each account, as a scheduler does.</summary>
    public async Task RequestSyncsAsync()
    {
        foreach (var email in Emails)
        {
            if (await Product.SyncAsync(new SyncRequested { UserId = _users[email] }))
            {
                Syncs[email] = Syncs.GetValueOrDefault(email) + 1;
            }
        }
    }

    /// <summary>A person logs in, if the account says that it is needed.</summary>
    public async Task LogInIfNeededAsync(string email)
    {
        var user = _users[email];
        if (await Product.ReadAsync(db => db.Set<GarminAccount>().AnyAsync(account => account.UserId == user && account.NeedsLogin)))
        {
            await Product.LinkAsync(email);
        }
    }

    public async Task TellGarminAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"admin/{path}", UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await _admin.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {answer.StatusCode}");
    }

    /// <summary>How often Garmin was asked by an account, faults included.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RequestsAsync(string email) =>
        (await _admin.GetFromJsonAsync<Dictionary<string, int>>($"admin/requests?account={email}"))!;

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await Product.DisposeAsync();
        await CentralDb.DisposeAsync();
        await Garmin.DisposeAsync();
    }

    private static IReadOnlyList<string> Names(LongSize size) => [.. Enumerable.Range(1, size.Accounts).Select(number => $"runner{number:00}@example.com")];
}
