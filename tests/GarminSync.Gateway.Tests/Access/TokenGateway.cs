using System.Collections.Concurrent;
using System.Net.Http.Headers;
using GarminSync.Contracts;

namespace GarminSync.Gateway.Tests.Access;

/// <summary>A gateway that asks for tokens, with consumers that remember users' tokens.</summary>
internal sealed class TokenGateway : IAsyncDisposable
{
    public const string OperatorKey = "operator-key-of-the-tests-0123456789";

    private readonly GatewayHost _host;

    private TokenGateway(GatewayHost host)
    {
        _host = host;
        Operator = ClientWith(OperatorKey);
    }

    /// <summary>Sends the operator key.</summary>
    public HttpClient Operator { get; }

    /// <summary>Sends no token.</summary>
    public HttpClient Nobody => _host.Client;

    public GatewayHost Host => _host;

    public static async Task<TokenGateway> StartAsync(StubConsumers consumers, params string[] settings)
    {
        var tokens = new ConcurrentDictionary<string, StoreUserToken>(StringComparer.Ordinal);
        consumers.StoreToken = request =>
        {
            tokens[request.UserId] = request;
            return new UserTokenStored { UserId = request.UserId };
        };
        consumers.RevokeToken = request => new UserTokenRevoked { UserId = request.UserId, HadOne = tokens.TryRemove(request.UserId, out _) };
        consumers.CheckToken = request => tokens.TryGetValue(request.UserId, out var stored) && stored.TokenHash == request.TokenHash
            ? new UserTokenChecked { Valid = true, ExpiresAt = stored.ExpiresAt }
            : new UserTokenChecked { Valid = false };
        return new TokenGateway(await GatewayHost.StartAsync(consumers, ["--Gateway:Auth:Mode=Token", $"--Gateway:Auth:OperatorKey={OperatorKey}", .. settings]));
    }

    public HttpClient ClientWith(string token) => new()
    {
        BaseAddress = _host.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <summary>Has the operator make a token.</summary>
    public async Task<string> TokenOfAsync(string userId)
    {
        using var answer = await Operator.PostJsonAsync("/api/tokens", $$"""{"user_id": "{{userId}}"}""");
        return (await answer.JsonAsync()).GetProperty("token").GetString()!;
    }

    /// <summary>A client that sends a new token of the user.</summary>
    public async Task<HttpClient> UserAsync(string userId) => ClientWith(await TokenOfAsync(userId));

    public async ValueTask DisposeAsync()
    {
        Operator.Dispose();
        await _host.DisposeAsync();
    }
}
