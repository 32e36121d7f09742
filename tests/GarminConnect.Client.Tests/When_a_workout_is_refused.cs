using System.Net;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class When_a_workout_is_refused
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string?> Answers => new()
    {
        { """{"message":"Invalid category: NO_SUCH_THING","error":"BadRequestException"}""", "Invalid category: NO_SUCH_THING" },
        { """{"message":"two\r\nlines\u2028and\u001b[2J"}""", "two  lines and [2J" },
        { $$"""{"message":"{{new string('x', 5000)}}"}""", new string('x', 300) + "…" },
        { $$"""{"message":"{{new string('x', 100_000)}}"}""", null },
        { """{"message":"   "}""", null },
        { """{"message":{"a":1}}""", null },
        { """{"error":"BadRequestException"}""", null },
        { "[]", null },
        { "<html>Cloudflare</html>", null },
        { "", null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_exception_has_what_Garmin_says_of_it_and_nothing_else_of_the_answer(string body, string? says)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Body(body, "application/json", 400));

        var refusal = await Should.ThrowAsync<GarminRejectedException>(() => garmin.Workouts.ScheduleAsync(GarminHarness.Session(), 7, new DateOnly(2026, 12, 1), Token));

        refusal.Status.ShouldBe(HttpStatusCode.BadRequest);
        refusal.GarminSays.ShouldBe(says);
        refusal.Message.ShouldBe(says is null ? "Garmin Connect refused the day of a workout (HTTP 400)." : $"Garmin Connect refused the day of a workout (HTTP 400): {says}");
    }
}
