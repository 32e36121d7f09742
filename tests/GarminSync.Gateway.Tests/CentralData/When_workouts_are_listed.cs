using System.Net;

namespace GarminSync.Gateway.Tests.CentralData;

public sealed class When_workouts_are_listed
{
    [Fact]
    public async Task The_plans_are_there_newest_first_with_their_steps()
    {
        await using var data = await DataGateway.StartAsync();
        await data.StorePlanAsync("tuesday");
        await data.StorePlanAsync("thursday");

        var first = await data.JsonAsync("workouts?limit=1");
        var second = await data.JsonAsync("workouts?limit=1&offset=1");

        first.GetProperty("total").GetInt32().ShouldBe(2);
        first.GetProperty("workouts").EnumerateArray().Select(plan => plan.GetProperty("workout_id").GetString()).ShouldBe(["thursday"]);
        var tuesday = second.GetProperty("workouts")[0];
        tuesday.GetProperty("workout_id").GetString().ShouldBe("tuesday");
        tuesday.GetProperty("steps")[0].GetProperty("times").GetDouble().ShouldBe(6);
        tuesday.GetProperty("steps")[0].GetProperty("steps")[0].GetProperty("target").GetProperty("low").GetDouble().ShouldBe(250);
        (await data.JsonAsync("workouts/tuesday")).GetRawText().ShouldBe(tuesday.GetRawText());
    }

    [Fact]
    public async Task A_user_without_plans_has_an_empty_list()
    {
        await using var data = await DataGateway.StartAsync();

        (await data.JsonAsync("workouts")).GetProperty("workouts").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_plan_of_somebody_else_is_not_there()
    {
        await using var data = await DataGateway.StartAsync();
        var other = await data.CentralDb.FindOrCreateUserAsync("other@example.com", TestContext.Current.CancellationToken);
        await data.StorePlanAsync("theirs", other.Id);

        (await data.JsonAsync("workouts")).GetProperty("workouts").GetArrayLength().ShouldBe(0);
        (await data.RefusalAsync("workouts/theirs", HttpStatusCode.NotFound)).ShouldContain("no workout 'theirs'");
    }

    [Theory]
    [InlineData("workouts?limit=501", HttpStatusCode.UnprocessableEntity, "limit must be a whole number from 1 to 500")]
    [InlineData("workouts?offset=-1", HttpStatusCode.UnprocessableEntity, "offset must be a whole number")]
    [InlineData("workouts/none", HttpStatusCode.NotFound, "no workout 'none'")]
    public async Task What_is_not_there_or_not_allowed_is_said(string path, HttpStatusCode status, string detail)
    {
        await using var data = await DataGateway.StartAsync();

        (await data.RefusalAsync(path, status)).ShouldContain(detail);
    }

    [Theory]
    [InlineData("workouts?user_id=5c0a4b9e-0000-4000-8000-000000000000")]
    [InlineData("workouts?user_id=nobody")]
    public async Task A_user_whom_CentralDB_does_not_have_is_not_there(string path)
    {
        await using var data = await DataGateway.StartAsync();

        using var answer = await data.Gateway.Client.GetAsync(new Uri("/api/garmin/" + path, UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.DetailAsync()).ShouldContain("No Garmin account is linked to the user");
    }
}
