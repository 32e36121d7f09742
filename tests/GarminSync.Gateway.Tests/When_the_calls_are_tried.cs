using System.Net;
using System.Text;
using System.Text.Json;

namespace GarminSync.Gateway.Tests;

/// <summary>The OpenAPI document as the page at <c>/docs</c> uses it.</summary>
public sealed class When_the_calls_are_tried
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_body_has_an_example_that_is_taken_as_it_stands()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());
        var calls = (await DocumentAsync(gateway)).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(call => (Path: path.Name, Method: call.Name, Call: call.Value)))
            .Where(call => call.Call.TryGetProperty("requestBody", out _)).ToList();
        calls.Count.ShouldBeGreaterThan(10);

        foreach (var (path, method, call) in calls)
        {
            var example = call.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("example").GetRawText();
            using var request = new HttpRequestMessage(HttpMethod.Parse(method), path.Replace("{user_id}", "7", StringComparison.Ordinal))
            {
                Content = new StringContent(example, Encoding.UTF8, "application/json"),
            };
            using var answer = await gateway.Client.SendAsync(request, Token);
            answer.StatusCode.ShouldNotBeOneOf(
                [HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnprocessableEntity, HttpStatusCode.InternalServerError],
                $"{method} {path} {example}: {await answer.Content.ReadAsStringAsync(Token)}");
        }
    }

    [Fact]
    public async Task Words_numbers_and_ids_have_their_types()
    {
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers());

        var document = await DocumentAsync(gateway);

        var job = document.GetProperty("components").GetProperty("schemas").GetProperty("JobAnswer").GetProperty("properties");
        job.GetProperty("progress").GetProperty("type").GetString().ShouldBe("number");
        job.GetProperty("garmin_requests").GetProperty("type").GetString().ShouldBe("integer");
        job.GetProperty("state").GetProperty("enum").EnumerateArray().Select(state => state.GetString()).ShouldContain("completed_with_errors");
        var parameters = document.GetProperty("paths").GetProperty("/api/garmin/sync/jobs").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"));
        parameters["limit"].GetProperty("type").GetString().ShouldBe("integer");
        parameters["state"].GetProperty("enum").GetArrayLength().ShouldBe(8);
        document.GetProperty("paths").GetProperty("/api/garmin/sync/jobs/{job_id}").GetProperty("get").GetProperty("parameters")[0]
            .GetProperty("schema").GetProperty("format").GetString().ShouldBe("uuid");
    }

    private static async Task<JsonElement> DocumentAsync(GatewayHost gateway) =>
        JsonDocument.Parse(await gateway.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Token)).RootElement;
}
