namespace GarminSync.LongRunTests;

/// <summary>Lets things happen to a world, and ends what has to end.</summary>
internal sealed class Happenings(World world)
{
    private static readonly string[] Services =
    [
        "/graphql-gateway/*", "/hrv-service/*", "/sleep-service/*", "/weight-service/*", "/download-service/*", "/activitylist-service/*", "/mobile-gateway/*",
        "/metrics-service/*", "/usersummary-service/*",
    ];

    private static readonly string[] HealthServices = [.. Services.Where(service => service is not ("/download-service/*" or "/activitylist-service/*"))];

    private readonly List<(TimeSpan At, Func<Task> End)> _ends = [];

    /// <summary>When the next thing ends by itself; null for never.</summary>
    public TimeSpan? NextEnd => _ends.Count == 0 ? null : _ends.Min(end => end.At);

    /// <summary>Ends what has lasted until then.</summary>
    public async Task EndAsync(TimeSpan until)
    {
        foreach (var end in _ends.Where(end => end.At <= until).OrderBy(end => end.At).ToList())
        {
            _ends.Remove(end);
            await end.End();
        }
    }

    public Task BeginAsync(Happening happening)
    {
        var email = world.Emails[happening.Choose(world.Emails.Count)];
        var hours = 1 + happening.Choose(12, purpose: 1);
        return happening.What switch
        {
            HappeningKind.GarminBlocks => FaultAsync(happening, "/*", "Blocked", minutes: 5 + (hours * 15)),
            HappeningKind.TokenServerBlocks => FaultAsync(happening, "/di-oauth2-service/*", "Blocked", minutes: hours * 60),
            HappeningKind.ServiceBlocks => FaultAsync(happening, Services[happening.Choose(Services.Length, purpose: 2)], "Blocked", minutes: hours * 60),
            HappeningKind.ServiceRefuses => FaultAsync(happening, HealthServices[happening.Choose(HealthServices.Length, purpose: 2)], "Status", minutes: hours * 60, email, status: 403),
            HappeningKind.GarminIsAway => FaultAsync(happening, "/*", "Status", minutes: 5 + (hours * 15)),
            HappeningKind.ConnectionsBreak => FaultAsync(
                happening, "/*", happening.Which % 2 == 0 ? "ConnectionReset" : "CutOff", minutes: hours * 30, probability: 0.15),
            HappeningKind.AccountIsLimited => FaultAsync(happening, "/*", "RateLimited", minutes: 60, email, retryAfter: happening.Which % 2 == 0 ? 600 : null, times: 2),
            HappeningKind.CentralDbIsAway => CentralDbAsync(happening, 503, hours),
            HappeningKind.CentralDbRefusesKey => CentralDbAsync(happening, 401, hours),
            HappeningKind.WatchIsAway => WatchAsync(happening, email, TimeSpan.FromHours(6 + (hours * 8))),
            HappeningKind.Run => RunAsync(email),
            HappeningKind.RunWithoutFile => RunWithoutFileAsync(happening, email, hours * 2),
            HappeningKind.Rename => ActivityAsync(happening, email, id =>
                world.TellGarminAsync(HttpMethod.Post, $"activities/{id}/rename", new { name = $"Renamed {happening.Which}" })),
            HappeningKind.Delete => ActivityAsync(happening, email, id => world.TellGarminAsync(HttpMethod.Delete, $"activities/{id}")),
            HappeningKind.DayReckonedAnew => world.TellGarminAsync(
                HttpMethod.Post, $"athletes/{email}/health/days/{world.Garmin.TodayOf(email).AddDays(-happening.Choose(2, purpose: 3)):yyyy-MM-dd}/measure"),
            HappeningKind.Weight => world.TellGarminAsync(HttpMethod.Post, $"athletes/{email}/health/weights", new
            {
                timeLocal = world.Garmin.TodayOf(email).AddDays(-happening.Choose(3, purpose: 3)).ToDateTime(new TimeOnly(5, happening.Choose(60, purpose: 4))),
                kilograms = 60 + (happening.Choose(200, purpose: 5) / 10.0),
            }),
            HappeningKind.NewDisplayName => world.TellGarminAsync(HttpMethod.Post, $"athletes/{email}/display-name", new { name = $"runner-{happening.Which}-{happening.Minute}" }),
            HappeningKind.PrivacyProtected => FaultAsync(happening, "/usersummary-service/usersummary/daily/*", "PrivacyProtected", minutes: hours * 60),
            HappeningKind.ListMisbehaves => ListAsync(happening, hours),
            HappeningKind.TokenExpires => world.TellGarminAsync(HttpMethod.Post, $"athletes/{email}/tokens/expire"),
            HappeningKind.TokensRevoked => RevokeAsync(happening, email, hours),
            HappeningKind.ProcessEnds => RestartAsync(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whatever lasts ends: Garmin and CentralDB are well, watches are there, and those who have to log in do.</summary>
    public async Task EndAllAsync()
    {
        await EndAsync(TimeSpan.MaxValue);
        await world.TellGarminAsync(HttpMethod.Delete, "faults");
        foreach (var email in world.Emails)
        {
            await world.LogInIfNeededAsync(email);
        }
    }

    private void EndLater(Happening happening, TimeSpan after, Func<Task> end) => _ends.Add((happening.At + after, end));

    // Some requests pass first, so that it begins in the midst of something.
    private Task FaultAsync(
        Happening happening, string endpoint, string kind, int minutes, string? account = null, int? status = null, int? retryAfter = null, int? times = null, double probability = 1) =>
        world.TellGarminAsync(HttpMethod.Post, "faults", new
        {
            match = new { endpoint, account },
            kind,
            status = status ?? 503,
            durationSeconds = minutes * 60,
            retryAfterSeconds = retryAfter,
            times,
            probability,
            seed = happening.Which,
            skip = happening.Choose(30, purpose: 9),
        });

    private Task CentralDbAsync(Happening happening, int status, int hours)
    {
        world.CentralDb.Away.Begin(status);
        EndLater(happening, TimeSpan.FromMinutes(hours * 20), () =>
        {
            world.CentralDb.Away.End();
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private Task WatchAsync(Happening happening, string email, TimeSpan time)
    {
        EndLater(happening, time, () => LastSyncAsync(null));
        return LastSyncAsync(world.Clock.GetUtcNow());

        Task LastSyncAsync(DateTimeOffset? at) => world.TellGarminAsync(HttpMethod.Put, $"athletes/{email}/health/last-sync", new { at });
    }

    private Task RunAsync(string email) => world.TellGarminAsync(
        HttpMethod.Post, $"athletes/{email}/activities", new { startLocal = world.Clock.GetUtcNow().UtcDateTime.AddHours(-1), minutes = 25 });

    private async Task RunWithoutFileAsync(Happening happening, string email, int hours)
    {
        await RunAsync(email);
        var run = world.Garmin.ActivitiesOf(email).Where(activity => activity.ParentId is null).MaxBy(activity => activity.Id)!;
        string[] kinds = ["CorruptZip", "ZipWithoutFit", "Truncated", "Status", "Status"];
        var which = happening.Choose(kinds.Length, purpose: 2);
        await world.TellGarminAsync(HttpMethod.Post, "faults", new
        {
            match = new { endpoint = $"/download-service/files/activity/{run.Id}" },
            kind = kinds[which],
            status = which == 3 ? 404 : 500,
            durationSeconds = hours * 3600,
        });
    }

    private async Task ActivityAsync(Happening happening, string email, Func<long, Task> change)
    {
        var listed = world.Garmin.ActivitiesOf(email).Where(activity => activity.ParentId is null).ToList();
        if (listed.Count > 3)
        {
            await change(listed[happening.Choose(Math.Min(listed.Count, 8), purpose: 2)].Id);
        }
    }

    private Task ListAsync(Happening happening, int hours)
    {
        EndLater(happening, TimeSpan.FromHours(hours), () => world.TellGarminAsync(HttpMethod.Patch, "settings", new { listIgnoresDays = false, listOldestFirst = false }));
        return world.TellGarminAsync(HttpMethod.Patch, "settings", new { listIgnoresDays = happening.Which % 3 != 0, listOldestFirst = happening.Which % 3 != 1 });
    }

    private Task RevokeAsync(Happening happening, string email, int hours)
    {
        EndLater(happening, TimeSpan.FromHours(hours), () => world.LogInIfNeededAsync(email));
        return world.TellGarminAsync(HttpMethod.Post, $"athletes/{email}/tokens/revoke");
    }

    private async Task RestartAsync()
    {
        await world.RequestSyncsAsync();
        await world.Product.RestartAsync();
    }
}
