using GarminSync.RequestBenchmarks;
using Spectre.Console;

// How many requests Garmin gets. Over a budget, the exit code is 1; a test of GarminSync.IntegrationTests counts the same.
await foreach (var cost in Costs.CountAsync(dayByDay: true))
{
    var table = new Table().Title($"{cost.Title}: {cost.Requests} requests{(cost.Budget is { } most ? $" (budget {most})" : "")}").AddColumns("Requests", "Call");
    foreach (var (call, count) in cost.Calls.OrderByDescending(call => call.Value).ThenBy(call => call.Key, StringComparer.Ordinal))
    {
        table.AddRow($"{count}", Markup.Escape(call));
    }

    AnsiConsole.Write(table);
    if (!cost.IsKept)
    {
        Environment.ExitCode = 1;
    }
}
