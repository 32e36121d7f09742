using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shouldly;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>A user's token from its making to after its end, and keys that are none.</summary>
internal static class TokensOfUsers
{
    /// <param name="operators">Is shown the token, as the one place where that is right.</param>
    /// <param name="gateway">Whose answers are searched; authorized as the operator.</param>
    public static async Task UseAsync(HttpClient operators, HttpClient gateway, MarkedSecrets secrets)
    {
        var accounts = await gateway.GetFromJsonAsync<JsonElement>("api/garmin/accounts");
        var userId = accounts.GetProperty("accounts")[0].GetProperty("user_id").GetString()!;
        var token = await MakeAsync(operators, userId, secrets);
        secrets.Add("a user's token", token.Split('.')[2]);
        var random = secrets.MakeUp("a user's token that nobody made");

        (await AskAsync(gateway, userId, token)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(gateway, "somebody-else", token)).ShouldBe(HttpStatusCode.NotFound);
        (await AskAsync(gateway, userId, $"{token[..^24]}{random}")).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(gateway, userId, secrets.MakeUp("an operator key that is none"))).ShouldBe(HttpStatusCode.Unauthorized);

        using var revoked = await gateway.DeleteAsync(new Uri($"api/tokens/{userId}", UriKind.Relative));
        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await AskAsync(gateway, userId, token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<string> MakeAsync(HttpClient operators, string userId, MarkedSecrets secrets)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/tokens") { Content = JsonContent.Create(new { user_id = userId }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secrets.OperatorKey);
        using var answer = await operators.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient gateway, string userId, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/garmin/accounts/{userId}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await gateway.SendAsync(request);
        return answer.StatusCode;
    }
}
