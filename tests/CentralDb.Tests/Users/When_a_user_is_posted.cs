using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Users;

public class When_a_user_is_posted(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task It_is_found_by_id_and_by_email_in_any_letter_case(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);

        var (status, made) = await centralDb.SendAsync(HttpMethod.Post, "/users", new { email = "Ann@Example.com", name = "Ann", unknown = 1 });

        status.ShouldBe(201);
        (await centralDb.SendAsync(HttpMethod.Get, $"/users/{made.Text("id")}")).Body.Text("email").ShouldBe("Ann@Example.com");
        (await centralDb.SendAsync(HttpMethod.Get, "/users?email=aNN@example.COM")).Body.AsArray().ShouldHaveSingleItem()!.Text("id").ShouldBe(made.Text("id"));
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Eight_at_once_with_one_email_get_one_user(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            centralDb.SendAsync(HttpMethod.Post, "/users", new { email = i % 2 == 0 ? "ann@example.com" : "ANN@example.com" })));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Status == 200 || answer.Status == 201);
        answers.Select(answer => answer.Body.Text("id")).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{}""", "email")]
    [InlineData("""{"email": null}""", "email")]
    [InlineData("""{"email": "  "}""", "email")]
    [InlineData("""{"email": "nobody"}""", "email")]
    [InlineData("""{"email": "a b@example.com"}""", "email")]
    [InlineData("""{"email": 5}""", "email")]
    [InlineData("""{"email": "a\u0000@example.com"}""", "email")]
    [InlineData("""{"email": "a@example.com", "name": ["x"]}""", "name")]
    public async Task What_is_not_valid_is_named_and_not_stored(string body, string field)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        using var content = new StringContent(body, null, "application/json");
        using var response = await centralDb.Http.PostAsync("/users", content, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(422);
        (await response.JsonAsync()).BadFields().ShouldBe([field]);
        (await centralDb.SendAsync(HttpMethod.Get, "/users")).Body.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"email":""", "application/json", 400)]
    [InlineData("", "application/json", 400)]
    [InlineData("""{"email": "a@example.com"}""", "text/plain", 415)]
    public async Task A_body_that_is_not_json_is_refused(string body, string type, int expected)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        using var content = new StringContent(body, null, type);
        using var response = await centralDb.Http.PostAsync("/users", content, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(expected);
        (await response.JsonAsync()).Text("detail").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_body_without_measure_gets_413()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        centralDb.Http.DefaultRequestHeaders.ExpectContinue = true;

        (await centralDb.SendAsync(HttpMethod.Post, "/users", new { email = new string('a', 17_000_000) })).Status.ShouldBe(413);
    }

    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Nobody_is_an_empty_list_by_email_and_404_by_id(DatabaseProvider database)
    {
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);

        (await centralDb.SendAsync(HttpMethod.Get, "/users?email=nobody@example.com")).Body.AsArray().ShouldBeEmpty();
        (await centralDb.SendAsync(HttpMethod.Get, $"/users/{Guid.NewGuid()}")).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Get, "/users/..%2f..%2fetc")).Status.ShouldBe(404);
        (await centralDb.SendAsync(HttpMethod.Get, "/users?email=%00")).Status.ShouldBe(422);
    }
}
