using GarminSync.Benchmarks;
using GarminSync.Benchmarks.Floors;

// dotnet run --project tests/GarminSync.Benchmarks -c Release -- [smoke|usual|full] [file.json]
// or, for the tables of docs/operations.md: … -- sizing
// or, for published programs: … -- start folder[,NAME=VALUE…] …
// How fast the service works and what it costs, beside a floor measured in the same run. docs/performance.md explains the rows.
if (args is [BareLoop.Argument])
{
    return await BareLoop.RunAsync();
}

if (args is [StartUp.Argument, .. var variants])
{
    return await StartUp.MeasureAsync(variants);
}

if (args is [Sizing.Argument])
{
    return await Sizing.MeasureAsync();
}

if (args.Length > 2 || BenchmarkSize.Of(args.ElementAtOrDefault(0) ?? "usual") is not { } size)
{
    await Console.Error.WriteLineAsync($"Usage: GarminSync.Benchmarks [{string.Join('|', BenchmarkSize.All.Select(one => one.Name))}] [file for the results as JSON]");
    return 2;
}

var report = new Report(size.Name);
foreach (var load in size.Loads)
{
    report.Add(await EndToEnd.MeasureAsync(load));
}

foreach (var load in size.Idle)
{
    report.Add(await NothingNew.MeasureAsync(load));
}

if (size.Requests is { } requests)
{
    report.Add(await AcceptedSyncs.MeasureAsync(requests));
}

if (size.Health is { } health)
{
    report.Add(await HealthLoads.MeasureAsync(health));
}

if (size.Calls is { } calls)
{
    report.Add(await CallsUnderLoad.MeasureAsync(calls));
}

await report.WriteAsync(args.ElementAtOrDefault(1));
return 0;
