using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_a_user_is_looked_for
{
    private const string Email = "athlete+1@example.com";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""[{"id":7,"name":"A","email":"athlete+1@example.com"}]""")]
    [InlineData("""{"id":"7","name":"A","email":"Athlete+1@Example.com","more":[1]}""")]
    [InlineData("""[{"id":1,"email":"other@example.com"},{"id":7,"name":"A","email":"athlete+1@example.com"}]""")]
    public async Task The_user_is_found_in_every_form_of_answer(string body)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(body));

        (await db.Client.FindUserAsync(Email, Token))!.Id.ShouldBe("7");
        db.Server.Requests.Single().Target.ShouldBe("/users?email=athlete%2B1%40example.com");
    }

    [Fact]
    public async Task The_only_one_without_an_email_is_taken_where_nobody_else_would_be_given_him()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""[{"id":7,"name":"A","email":null}]"""), Answer.Json("[]"));

        (await db.Client.FindUserAsync(Email, Token))!.Id.ShouldBe("7");
        db.Server.Requests[1].Target.ShouldBe("/users?email=nobody%40fittrack.invalid");
    }

    [Fact]
    public async Task The_only_one_of_a_CentralDB_that_gives_him_to_everybody_is_not()
    {
        await using var db = await CentralDbHarness.StartAsync(context => Answer.Json("""[{"id":7,"name":"A"}]""")(context));

        (await db.Client.FindUserAsync(Email, Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(404, """{"detail":"User not found"}""")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, "")]
    [InlineData(204, "")]
    [InlineData(200, """[{"id":1,"email":"other@example.com"}]""")]
    [InlineData(200, """[{"id":1,"email":null},{"id":2,"email":null}]""")]
    public async Task None_comes_in_every_form_too(int status, string body)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Body(body, "application/json", status));

        (await db.Client.FindUserAsync(Email, Token)).ShouldBeNull();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    public async Task One_who_is_missing_is_made(int status)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("[]"), Answer.Json($$"""[{"id":8,"email":"{{Email}}"}]""", status));

        (await db.Client.FindOrCreateUserAsync(Email, Token)).Id.ShouldBe("8");

        var request = db.Server.Requests[1];
        (request.Method, request.Target).ShouldBe(("POST", "/users"));
        request.Text.ShouldBe("""{"name":"athlete\u002B1@example.com","email":"athlete\u002B1@example.com"}""");
        request.Headers["Content-Type"].ShouldBe("application/json");
        request.Headers["Idempotency-Key"].ShouldNotBeEmpty();
    }

    [Fact]
    public async Task One_whom_somebody_else_makes_meanwhile_is_taken()
    {
        await using var db = await CentralDbHarness.StartAsync(
            Answer.Json("[]"), Answer.Json("""{"detail":"exists"}""", 409), Answer.Json($$"""{"id":9,"email":"{{Email}}"}"""));

        (await db.Client.FindOrCreateUserAsync(Email, Token)).Id.ShouldBe("9");
    }

    [Fact]
    public async Task An_id_with_strange_characters_stays_in_its_place()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("null"));

        await db.Client.GetUserAsync("..%2f1?x=# ø", Token);

        db.Server.Requests.Single().Target.ShouldBe("/users/..%252f1%3Fx%3D%23%20%C3%B8");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../tokens/1")]
    [InlineData("a\0b")]
    public async Task An_id_that_would_lead_elsewhere_is_nobody(string id)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""[{"id":7,"email":"somebody@example.com"}]"""));

        (await db.Client.GetUserAsync(id, Token)).ShouldBeNull();
        db.Server.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"email":"athlete+1@example.com"}""")]
    [InlineData("""{"id":null,"email":"athlete+1@example.com"}""")]
    [InlineData("<html></html>")]
    public async Task An_answer_without_an_id_is_no_answer(string body)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(body));

        await Should.ThrowAsync<CentralDbUnreachableException>(() => db.Client.GetUserAsync("7", Token));
    }
}
