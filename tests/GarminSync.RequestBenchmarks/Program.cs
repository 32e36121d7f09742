using GarminSync.RequestBenchmarks;

// How many requests Garmin gets for health metrics, as the simulator counts them: first syncs of a month and of a year, a second look on the same day, and,
// to compare, a month when Garmin refuses the calls that nobody has recorded yet (GraphQL), and when it refuses everything but those about a single day.
await using var service = await Service.StartAsync();
var yearAgo = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date).AddDays(-364);
await service.MeasureAsync("30 days, first sync", "month@example.com", new { }, budget: 40);
await service.MeasureAsync("The same day again", "month@example.com", new { }, budget: 15);
await service.MeasureAsync("365 days, first sync", "year@example.com", new { start_date = yearAgo }, budget: 300);
await service.RefuseAsync(Service.GraphQl);
await service.MeasureAsync("30 days, without GraphQL", "rest@example.com", new { }, budget: null);
await service.RefuseAsync(Service.Ranges);
await service.MeasureAsync("30 days, day by day", "days@example.com", new { }, budget: null);
