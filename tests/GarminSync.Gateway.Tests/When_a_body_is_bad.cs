using System.Net;
using System.Text;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests;

public sealed class When_a_body_is_bad
{
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"username": null, "password": null}""")]
    [InlineData("""{"username": " ", "password": ""}""")]
    [InlineData("""{"Username": "a", "Password": "b"}""")]
    public async Task It_names_every_field_that_is_missing(string body)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await answer.DetailAsync()).ShouldBe("password is required and must not be empty; username is required and must not be empty.");
        (await answer.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["password", "username"]);
    }

    [Theory]
    [InlineData("""{"username": 5, "password": ["x"]}""", "password must be text; username must be text.")]
    [InlineData("""{"username": {"a": 1}, "password": true}""", "password must be text; username must be text.")]
    [InlineData("""{"username": "a\u0000b", "password": "\u0000"}""", "username must not have control characters.")]
    [InlineData("""{"username": "\ud800", "password": "\udfff"}""", "password must be text; username must be text.")]
    public async Task It_names_every_field_of_the_wrong_type(string body, string detail)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldBe(detail);
    }

    [Fact]
    public async Task It_lists_all_errors_of_a_sync_at_once()
    {
        var consumers = new StubConsumers();
        await using var gateway = await GatewayHost.StartAsync(consumers);

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync", """
            {
              "start_date": "2026-02-30", "end_date": "tomorrow", "formats": ["fit", null], "metrics": [7], "detail": "all",
              "force": "yes", "if_running": "panic", "user_id": 7
            }
            """);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.JsonAsync()).GetProperty("errors").EnumerateObject().Select(error => error.Name)
            .ShouldBe(["detail", "end_date", "force", "formats", "if_running", "metrics", "start_date", "user_id"]);
        consumers.Received<SyncRequested>().ShouldBeEmpty();
    }

    [Fact]
    public async Task It_refuses_days_in_the_wrong_order()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync", """{"start_date": "2026-02-02", "end_date": "2026-02-01"}""");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldBe("end_date must not be before start_date.");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"workout_ids": []}""")]
    [InlineData("""{"workout_ids": [""]}""")]
    public async Task It_refuses_to_upload_no_workout(string body)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync/workouts", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldContain("workout_ids");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""{"username": "a", "password": "hunter2" """)]
    [InlineData("""{"username": 'a'}""")]
    [InlineData("""{"username": "a",}""")]
    [InlineData("{} {}")]
    public async Task It_says_where_a_body_stops_being_JSON_and_does_not_quote_it(string body)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.DetailAsync()).ShouldContain("line 1");
        (await answer.TextAsync()).ShouldNotContain("hunter2");
        gateway.Log.ShouldNotContain(line => line.Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_refuses_bytes_that_are_not_UTF8()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var content = new ByteArrayContent([.. "{\"username\": \"a\", \"password\": \""u8, 0xFF, 0xFE, .. "\"}"u8]);
        content.Headers.ContentType = new("application/json");

        using var answer = await gateway.Client.PostAsync(new Uri("/api/garmin/login", UriKind.Relative), content, TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBeOneOf(400, 422);
        (await answer.DetailAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task It_refuses_JSON_that_is_nested_too_deeply()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        var body = $$"""{"username": {{new string('[', 2000)}}{{new string(']', 2000)}}}""";

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/login", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.DetailAsync()).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    public async Task It_refuses_JSON_that_is_not_an_object(string body)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        using var answer = await gateway.Client.PostJsonAsync("/api/garmin/sync", body);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.DetailAsync()).ShouldContain("JSON object");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task It_refuses_a_body_that_does_not_say_that_it_is_JSON(string? contentType)
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"username": "a", "password": "b"}"""));
        content.Headers.ContentType = contentType is null ? null : new(contentType);

        using var answer = await gateway.Client.PostAsync(new Uri("/api/garmin/login", UriKind.Relative), content, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await answer.DetailAsync()).ShouldContain("application/json");
    }

    [Fact]
    public async Task An_empty_body_may_say_that_it_is_a_form_as_curl_does()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        using var content = new FormUrlEncodedContent([]);

        using var answer = await gateway.Client.PostAsync(new Uri("/api/garmin/sync", UriKind.Relative), content, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }
}
