using GarminSync.Testing;
using Microsoft.AspNetCore.Http;

namespace GarminSync.Consumers.Tests.Erasure;

/// <summary>A CentralDB that has the users 42 and 43, and erases them as the test says.</summary>
internal sealed class ScriptedCentralDb : IAsyncDisposable
{
    private readonly ScriptedServer _server;
    private bool _forgotten;

    private ScriptedCentralDb(ScriptedServer server)
    {
        _server = server;
        _server.AnswerWith(AnswerAsync);
    }

    public string Url => _server.Url.ToString();

    /// <summary>What <c>DELETE /users/{id}</c> answers.</summary>
    public int Status { get; set; } = 204;

    /// <summary>How often it was asked to erase somebody.</summary>
    public int Erasures => _server.Requests.Count(request => request.Method == "DELETE");

    /// <summary>The credentials that were written last.</summary>
    public string? LastCredentials => _server.Requests.LastOrDefault(request => request.Method != "GET" && request.Target.StartsWith("/garmin_credentials", StringComparison.Ordinal))?.Text;

    public static async Task<ScriptedCentralDb> StartAsync() => new(await ScriptedServer.StartAsync(Answer.Json("{}")));

    /// <summary>The user is gone.</summary>
    public void Forget() => (_forgotten, Status) = (true, 404);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        RequestDelegate answer = (method, path) switch
        {
            ("DELETE", _) => Answer.Status(Status),
            ("GET", "/users/42") when !_forgotten && (Status != 204 || Erasures == 0) => Answer.Json("""{"id": "42", "email": "ann@example.com"}"""),
            ("GET", "/users/43") => Answer.Json("""{"id": "43", "email": "43@example.com"}"""),
            ("GET", "/garmin_credentials/42") => Answer.Json("""{"garmin_username": "42@example.com", "access_token": "a"}"""),
            ("POST" or "PUT", _) => Answer.Json("{}"),
            _ => Answer.Json("""{"detail": "Not Found"}""", 404),
        };
        return answer(context);
    }
}
