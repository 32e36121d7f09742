using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;

namespace GarminConnect.Client.Tests;

/// <summary>Plain examples of what Garmin deals in.</summary>
internal static class Some
{
    public const string Profile = """{"profileId":2000002,"displayName":"runner01","fullName":"Test Runner","userName":"runner01"}""";

    public const string TokenAnswer = """{"access_token":"aaa.bbb.ccc","token_type":"Bearer","refresh_token":"refresh-2","expires_in":97344}""";

    public static byte[] Fit { get; } = [14, 16, 0, 0, 0, 0, 0, 0, .. ".FIT"u8, 1, 2, 3, 4, .. new byte[500]];

    /// <summary>A FIT that does not compress.</summary>
    public static byte[] FitOf(int length) => [.. Fit, .. RandomNumberGenerator.GetBytes(length)];

    public static GarminTokens Tokens(TimeSpan? life = null) =>
        new("access-1", "refresh-1", "CLIENT_1", TimeProvider.System.GetUtcNow() + (life ?? TimeSpan.FromDays(1)));

    public static string Jwt(string payload) =>
        string.Join('.', new[] { "{}", payload, "signature" }.Select(part => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part))));

    public static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var member = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                member.Write(content);
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Garmin with a sign-in as given; tokens and the profile are to be had.</summary>
    public static RequestDelegate GarminWith(RequestDelegate signIn) => Garmin(("/mobile/api/login", signIn));

    /// <summary>A Garmin where everything works, but for what is given.</summary>
    public static RequestDelegate Garmin(params (string Path, RequestDelegate Answer)[] otherwise) => context =>
    {
        var path = context.Request.Path.Value!;
        var answer = otherwise.FirstOrDefault(other => path.StartsWith(other.Path, StringComparison.Ordinal)).Answer ?? path switch
        {
            "/mobile/api/login" => Answer.Json(
                """{"serviceURL":null,"serviceTicketId":"ST-1-A-sso","responseStatus":{"type":"SUCCESSFUL","message":"","httpStatus":"OK"}}"""),
            "/di-oauth2-service/oauth/token" => Answer.Json(TokenAnswer),
            "/userprofile-service/socialProfile" => Answer.Json(Profile),
            _ => Answer.Json("""{"message":"HTTP 404 Not Found","error":"NotFoundException"}""", StatusCodes.Status404NotFound),
        };
        return answer(context);
    };
}
