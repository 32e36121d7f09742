using System.Security.Cryptography;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Persistence;

namespace GarminConnect.Simulator.DiAuth;

/// <summary>The tokens that were issued.</summary>
internal sealed class TokenStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AccessToken> _access = [];
    private readonly Dictionary<string, RefreshToken> _refresh = [];
    private readonly ChangeLog<TokenChange> _log;
    private readonly SimulatorOptions _options;

    public TokenStore(SimulatorOptions options, AthleteDirectory athletes)
    {
        _options = options;
        _log = new ChangeLog<TokenChange>(options.DataFolder, "tokens.jsonl");
        foreach (var change in _log.Read())
        {
            // An account that was made through the admin API is not there any more, nor are its tokens.
            if (athletes.Find(change.Email) is { } athlete)
            {
                Apply(athlete, change);
            }
        }
    }

    public IssuedTokens Issue(Athlete athlete, string clientId)
    {
        lock (_lock)
        {
            return Change(athlete, WithRefreshToken(NewTokens(athlete, clientId)));
        }
    }

    /// <summary>Trades a refresh token for new tokens. Null when it is unknown, used, expired or another client's.</summary>
    public IssuedTokens? Refresh(string value, string clientId)
    {
        lock (_lock)
        {
            if (!_refresh.TryGetValue(value, out var token) || token.ClientId != clientId || token.Expires <= _options.Clock.GetUtcNow())
            {
                return null;
            }

            if (token.Used)
            {
                if (_options.RevokeAllOnReuse)
                {
                    RevokeAll(token.Athlete);
                }

                return null;
            }

            var tokens = NewTokens(token.Athlete, clientId);
            return Change(token.Athlete, _options.OmitRefreshToken ? tokens : WithRefreshToken(tokens) with { Used = value });
        }
    }

    /// <summary>Whose access token it is; null when it is unknown, revoked or expired.</summary>
    public Athlete? Owner(string accessToken)
    {
        lock (_lock)
        {
            return _access.TryGetValue(accessToken, out var token) && token.Expires > _options.Clock.GetUtcNow() ? token.Athlete : null;
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
            Change(athlete, new TokenChange(athlete.Email) { EndsAccess = true });
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

    private void RevokeAll(Athlete athlete) => Change(athlete, new TokenChange(athlete.Email) { EndsAccess = true, EndsRefresh = true });

    private IssuedTokens Change(Athlete athlete, TokenChange change)
    {
        _log.Append(change);
        Apply(athlete, change);
        return new IssuedTokens(change.AccessToken ?? "", change.RefreshToken);
    }

    private void Apply(Athlete athlete, TokenChange change)
    {
        if (change.EndsAccess)
        {
            Remove(_access, token => token.Athlete == athlete);
        }

        if (change.EndsRefresh)
        {
            Remove(_refresh, token => token.Athlete == athlete);
        }

        if (change.Used is { } used)
        {
            _refresh[used] = _refresh[used] with { Used = true };
        }

        if (change.AccessToken is { } accessToken)
        {
            _access.Add(accessToken, new AccessToken(athlete, change.ClientId!, change.AccessTokenExpires));
        }

        if (change.RefreshToken is { } refreshToken)
        {
            _refresh.Add(refreshToken, new RefreshToken(athlete, change.ClientId!, change.RefreshTokenExpires));
        }
    }

    private static void Remove<T>(Dictionary<string, T> tokens, Func<T, bool> which)
    {
        foreach (var (value, _) in tokens.Where(pair => which(pair.Value)).ToList())
        {
            tokens.Remove(value);
        }
    }

    private TokenChange NewTokens(Athlete athlete, string clientId)
    {
        var now = _options.Clock.GetUtcNow();
        var expires = now.AddSeconds(_options.AccessTokenSeconds);
        return new TokenChange(athlete.Email) { ClientId = clientId, AccessToken = Jwt.Make(athlete, clientId, now, expires), AccessTokenExpires = expires };
    }

    private TokenChange WithRefreshToken(TokenChange tokens) => tokens with
    {
        RefreshToken = Convert.ToBase64String(RandomNumberGenerator.GetBytes(48)),
        RefreshTokenExpires = _options.Clock.GetUtcNow().AddSeconds(_options.RefreshTokenSeconds),
    };
}
