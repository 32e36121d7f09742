using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GarminSync.Testing;

/// <summary>
/// Garmin Connect as it was recorded: one sign-in, one profile, one page of activities, and one ZIP that serves as the file of each of them.
/// The answer of the token server is not recorded and made up here.
/// </summary>
public sealed class RecordedGarmin : IAsyncDisposable
{
    private readonly Recording _login = new("login-success-1");
    private readonly Recording _profile = new("profile-alias-0");
    private readonly Recording _activities = new("data-activity-list-0");
    private readonly Recording _download = new("download-0");

    private RecordedGarmin(ScriptedServer server)
    {
        Server = server;
        server.AnswerWith(AnswerAsync);
    }

    public ScriptedServer Server { get; }

    /// <summary>The rows of the activity list.</summary>
    public IReadOnlyList<JsonElement> Activities => [.. JsonDocument.Parse(_activities.Body).RootElement.EnumerateArray()];

    /// <summary>The options by which a service takes this for Garmin Connect.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Garmin:Sandbox"] = "true",
        ["Garmin:SsoUrl"] = Server.Url.ToString(),
        ["Garmin:DiAuthUrl"] = Server.Url.ToString(),
        ["Garmin:ConnectApiUrl"] = Server.Url.ToString(),
        ["Garmin:RequestsPerSecond"] = "100",
    };

    /// <summary>Skips the calling test, saying so, when the recordings are not there.</summary>
    public static async Task<RecordedGarmin> StartAsync()
    {
        SharedFolder.Require("recordings");
        return new RecordedGarmin(await ScriptedServer.StartAsync(Answer.Status(StatusCodes.Status503ServiceUnavailable)));
    }

    /// <summary>The FIT file inside the recorded ZIP.</summary>
    public byte[] FitFile()
    {
        using var archive = new ZipArchive(new MemoryStream(_download.Body));
        using var member = archive.Entries.Single().Open();
        using var content = new MemoryStream();
        member.CopyTo(content);
        return content.ToArray();
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        RequestDelegate answer = (request.Method, request.Path.Value) switch
        {
            ("POST", "/mobile/api/login") => _login.Replay(),
            ("POST", "/di-oauth2-service/oauth/token") => Answer.Json(Tokens()),
            ("GET", _) when request.Headers.Authorization.Count == 0 => Answer.Status(StatusCodes.Status401Unauthorized),
            ("GET", "/userprofile-service/socialProfile") => _profile.Replay(),
            ("GET", "/activitylist-service/activities/search/activities") => request.Query["start"] == "0" ? _activities.Replay() : Answer.Json("[]"),
            ("GET", { } path) when path.StartsWith("/download-service/files/activity/", StringComparison.Ordinal) => _download.Replay(),
            _ => Answer.Json("""{"message":"HTTP 404 Not Found","error":"NotFoundException"}""", StatusCodes.Status404NotFound),
        };
        return answer(context);
    }

    private static string Tokens()
    {
        var claims = """{"iss":"https://diauth.garmin.com","client_id":"GARMIN_CONNECT_MOBILE_ANDROID_DI_2025Q2"}""";
        string[] parts = ["""{"alg":"none"}""", claims, "no signature"];
        var token = string.Join('.', parts.Select(part => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part))));
        return JsonSerializer.Serialize(new
        {
            access_token = token,
            token_type = "Bearer",
            refresh_token = Guid.NewGuid().ToString("N"),
            expires_in = 97344,
            refresh_token_expires_in = 2591999,
        });
    }
}
