using GarminSync.RequestBenchmarks;

// How many requests Garmin gets for health metrics, as the simulator counts them: first syncs of a month and of a year, and a second look on the same day.
await using var service = await Service.StartAsync();
foreach (var (title, email, body, budget) in new (string, string, object, int)[]
{
    ("30 days, first sync", "month@example.com", new { }, 40),
    ("the same day again", "month@example.com", new { }, 15),
    ("365 days, first sync", "year@example.com", new { start_date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(-364) }, 300),
})
{
    await service.MeasureAsync(title, email, body, budget);
}
