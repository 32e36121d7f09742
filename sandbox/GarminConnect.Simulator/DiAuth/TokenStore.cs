using System.Security.Cryptography;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.DiAuth;

/// <summary>The tokens that were issued.</summary>
internal sealed class TokenStore(SimulatorOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccessToken> _access = [];
    private readonly Dictionary<string, RefreshToken> _refresh = [];

    public IssuedTokens Issue(Athlete athlete, string clientId)
    {
        lock (_lock)
        {
            return new IssuedTokens(NewAccessToken(athlete, clientId), NewRefreshToken(athlete, clientId));
        }
    }

    /// <summary>Trades a refresh token for new tokens. Null when it is unknown, used, expired or another client's.</summary>
    public IssuedTokens? Refresh(string value, string clientId)
    {
        lock (_lock)
        {
            if (!_refresh.TryGetValue(value, out var token) || token.ClientId != clientId || token.Expires <= options.Clock.GetUtcNow())
            {
                return null;
            }

            if (token.Used)
            {
                if (options.RevokeAllOnReuse)
                {
                    RevokeAll(token.Athlete);
                }

                return null;
            }

            if (options.OmitRefreshToken)
            {
                return new IssuedTokens(NewAccessToken(token.Athlete, clientId), null);
            }

            _refresh[value] = token with { Used = true };
            return new IssuedTokens(NewAccessToken(token.Athlete, clientId), NewRefreshToken(token.Athlete, clientId));
        }
    }

    /// <summary>Whose access token it is; null when it is unknown, revoked or expired.</summary>
    public Athlete? Owner(string accessToken)
    {
        lock (_lock)
        {
            return _access.TryGetValue(accessToken, out var token) && token.Expires > options.Clock.GetUtcNow() ? token.Athlete : null;
        }
    }

    /// <summary>Whose refresh token it is, used or not.</summary>
    public Athlete? RefreshOwner(string? refreshToken)
    {
        lock (_lock)
        {
            return refreshToken is null ? null : _refresh.GetValueOrDefault(refreshToken)?.Athlete;
        }
    }

    /// <summary>Ends the access tokens of the account now; they can be refreshed.</summary>
    public void Expire(Athlete athlete)
    {
        lock (_lock)
        {
            Remove(_access, token => token.Athlete == athlete);
        }
    }

    /// <summary>Ends every token of the account.</summary>
    public void Revoke(Athlete athlete)
    {
        lock (_lock)
        {
            RevokeAll(athlete);
        }
    }

    private void RevokeAll(Athlete athlete)
    {
        Remove(_access, token => token.Athlete == athlete);
        Remove(_refresh, token => token.Athlete == athlete);
    }

    private static void Remove<T>(Dictionary<string, T> tokens, Func<T, bool> which)
    {
        foreach (var (value, _) in tokens.Where(pair => which(pair.Value)).ToList())
        {
            tokens.Remove(value);
        }
    }

    private string NewAccessToken(Athlete athlete, string clientId)
    {
        var now = options.Clock.GetUtcNow();
        var expires = now.AddSeconds(options.AccessTokenSeconds);
        var value = Jwt.Make(athlete, clientId, now, expires);
        _access.Add(value, new AccessToken(athlete, clientId, expires));
        return value;
    }

    private string NewRefreshToken(Athlete athlete, string clientId)
    {
        var value = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48));
        _refresh.Add(value, new RefreshToken(athlete, clientId, options.Clock.GetUtcNow().AddSeconds(options.RefreshTokenSeconds)));
        return value;
    }
}
