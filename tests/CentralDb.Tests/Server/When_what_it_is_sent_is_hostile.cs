using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Server;

public sealed class When_what_it_is_sent_is_hostile(PostgreSqlServer postgres)
{
    private static readonly string[] Paths = ["/users", "/garmin_credentials/{0}", "/tokens/", "/health_metrics", "/workout_plans"];

    private static readonly string[] Bodies =
    [
        new('[', 1_000_000),
        $$"""{"email": {{new string('[', 2000)}}{{new string(']', 2000)}}}""",
        $$"""{"details": {{string.Concat(Enumerable.Repeat("{\"a\":", 5000))}}1{{new string('}', 5000)}}}""",
        """{"email": "\ud800", "name": "\udc00"}""",
        """{"\ud800": 1}""",
        """{"details": {"\ud800": "\ud800"}}""",
        """{"garmin_username": "\ud800"}""",
        """{"email": 1e999}""",
        "\u0000",
        "[[[]]]",
    ];

    public static TheoryData<DatabaseProvider, string> Names()
    {
        var data = new TheoryData<DatabaseProvider, string>();
        foreach (var name in new[] { "a\r\nX-Evil: 1", "../../etc/passwd", "'; DROP TABLE users; --", "%s%n", "\u202estep", "走る🏃", "\u001b[2J", "<script>", "%00", "a\ttab" })
        {
            data.Add(DatabaseProvider.Sqlite, name);
            data.Add(DatabaseProvider.PostgreSql, name);
        }

        return data;
    }

    [Fact]
    public async Task It_is_never_a_fault_of_the_server()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();

        foreach (var path in Paths)
        {
            foreach (var body in Bodies)
            {
                using var content = new StringContent(body, null, "application/json");
                using var response = await centralDb.Http.PostAsync(string.Format(null, path, user), content, TestContext.Current.CancellationToken);

                ((int)response.StatusCode).ShouldBeLessThan(500, $"{path} {body[..Math.Min(60, body.Length)]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_metric_and_a_unit_of_any_characters_come_back_as_they_were_sent(DatabaseProvider database, string name)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var point = new { user_id = user, metric_type = name, unit = name, source = name, date = "2026-01-27", value = 1, details = new Dictionary<string, string> { [name] = name } };

        (await centralDb.SendAsync(HttpMethod.Post, "/health_metrics", new[] { point })).Status.ShouldBeInRange(200, 201);

        var stored = await centralDb.Http.GetFromJsonAsync<JsonNode>($"/health_metrics?user_id={user}&metric_type={Uri.EscapeDataString(name)}", TestContext.Current.CancellationToken);
        var items = stored is JsonArray list ? list : stored!["items"]!.AsArray();
        var found = items.ShouldHaveSingleItem()!;
        found["metric_type"]!.GetValue<string>().ShouldBe(name);
        found["unit"]!.GetValue<string>().ShouldBe(name);
        found["details"]![name]!.GetValue<string>().ShouldBe(name);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    public async Task A_name_with_a_null_or_without_end_is_named(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        foreach (var name in new[] { "a\0b", new string('x', 100_000) })
        {
            var (status, problem) = await centralDb.SendAsync(
                HttpMethod.Post, "/health_metrics", new[] { new { user_id = user, metric_type = name, unit = name, source = name, date = "2026-01-27", value = 1 } });

            status.ShouldBe(422);
            problem.BadFields().ShouldBe(["[0].metric_type", "[0].source", "[0].unit"]);
        }
    }
}
