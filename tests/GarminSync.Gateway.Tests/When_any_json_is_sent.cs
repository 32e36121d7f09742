using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace GarminSync.Gateway.Tests;

public sealed class When_any_json_is_sent
{
    private static readonly string[] Paths =
    [
        "/api/garmin/login", "/api/garmin/login/mfa", "/api/garmin/login/ticket", "/api/garmin/login/tokens",
        "/api/garmin/sync", "/api/garmin/sync/activities", "/api/garmin/sync/health-metrics", "/api/garmin/sync/workouts",
    ];

    private static readonly string[] Names =
    [
        "username", "password", "login_id", "code", "service_ticket", "service_url", "email", "di_token", "di_refresh_token", "di_client_id",
        "user_id", "start_date", "end_date", "formats", "metrics", "detail", "force", "if_running", "workout_ids", "workout_id", "schedule_on", "unknown", "",
    ];

    // Values that fit somewhere, and values that fit nowhere.
    private static readonly string[] Literals =
    [
        "null", "true", "false", "0", "-1", "1e400", "\"\"", "\" \"", "\"a\"", "\"2026-01-01\"", "\"2026-13-01\"", "\"original\"", "\"intraday\"", "\"reject\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"https://x\"", "\"\\u202e\"", "[]", "{}",
    ];

    [Fact]
    public async Task It_is_never_a_fault_of_the_service()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        Prop.ForAll(Arb.From(Calls()), call => AnsweredAsync(gateway, call.Path, call.Body).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(12));
    }

    private static async Task<bool> AnsweredAsync(GatewayHost gateway, string path, string body)
    {
        using var answer = await gateway.Client.PostJsonAsync(path, body);
        return (int)answer.StatusCode is 200 or 202 || ((int)answer.StatusCode is 400 or 413 or 422 && (await answer.DetailAsync()).Length > 0);
    }

    private static Gen<(string Path, string Body)> Calls() =>
        from path in Gen.Elements(Paths)
        from body in Gen.Frequency((9, Object(2)), (1, Value(2)), (1, Garbage()))
        select (path, body);

    private static Gen<string> Object(int depth) =>
        from names in Gen.Elements(Names).ListOf()
        from values in Value(depth).ListOf(names.Count)
        select $"{{{string.Join(',', names.Zip(values, (name, value) => $"{JsonSerializer.Serialize(name)}:{value}"))}}}";

    private static Gen<string> Value(int depth)
    {
        var leaf = Gen.OneOf(Gen.Elements(Literals), ArbMap.Default.GeneratorFor<string>().Select(text => JsonSerializer.Serialize(text)));
        return depth == 0
            ? leaf
            : Gen.Frequency((6, leaf), (1, Object(depth - 1)), (2, Value(depth - 1).ListOf().Select(values => $"[{string.Join(',', values)}]")));
    }

    private static Gen<string> Garbage() => ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
}
