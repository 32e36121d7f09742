using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb.Api;

/// <summary>Asks for <c>X-Api-Key</c> when a key is configured. Health and the description of the API say nothing about anyone and stay open.</summary>
internal sealed class ApiKeyCheck(RequestDelegate next, IOptions<CentralDbServerOptions> options)
{
    public const string Header = "X-Api-Key";

    private static readonly PathString[] Open = ["/health", "/docs", "/openapi"];

    private readonly byte[]? _expected = options.Value.ApiKey is { } key ? Hash(key) : null;

    public Task InvokeAsync(HttpContext context)
    {
        if (_expected is null || IsOpen(context.Request.Path) || HasKey(context.Request, _expected))
        {
            return next(context);
        }

        return TypedResults.Problem($"Send CentralDB's API key (its option CentralDbServer:ApiKey) in the header {Header}.", statusCode: StatusCodes.Status401Unauthorized)
            .ExecuteAsync(context);
    }

    private static bool IsOpen(PathString path) => Array.Exists(Open, open => path.StartsWithSegments(open, StringComparison.OrdinalIgnoreCase));

    // Hashes have one length, so the comparison takes the same time whatever was sent.
    private static bool HasKey(HttpRequest request, byte[] expected) =>
        CryptographicOperations.FixedTimeEquals(Hash(request.Headers[Header].ToString()), expected);

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
