using System.Text;
using System.Text.Json;

namespace GarminSync.Gateway.Tests;

internal static class HttpAnswers
{
    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, string body) =>
        client.PostAsync(new Uri(path, UriKind.Relative), Json(body), TestContext.Current.CancellationToken);

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => JsonDocument.Parse(await answer.TextAsync()).RootElement;

    public static async Task<string> DetailAsync(this HttpResponseMessage answer) => (await answer.JsonAsync()).GetProperty("detail").GetString()!;
}
