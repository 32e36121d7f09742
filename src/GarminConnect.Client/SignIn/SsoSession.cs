using System.Net;

namespace GarminConnect.Client;

/// <summary>The visit of one sign-in to the sign-in server, with its cookies, which go nowhere else.</summary>
internal sealed class SsoSession(HttpClient http)
{
    private const int MostRedirects = 5;

    private readonly CookieContainer _jar = new();

    public SsoSession(HttpClient http, IEnumerable<SignInCookie> cookies)
        : this(http)
    {
        foreach (var cookie in cookies)
        {
            _jar.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        }
    }

    /// <summary>Scheme and host, as in an <c>Origin</c> header.</summary>
    public string Origin => http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    public IReadOnlyList<SignInCookie> Cookies => [.. _jar.GetAllCookies().Select(c => new SignInCookie(c.Name, c.Value, c.Domain, c.Path))];

    /// <summary>The whole address of a path on the sign-in server.</summary>
    public Uri AddressOf(string path) => new(http.BaseAddress!, path);

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, IEnumerable<(string Name, string Value)> headers, HttpContent? content, CancellationToken cancellationToken) =>
        SendAsync(method, path, Endpoints.Of(path), headers, content, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string endpoint, IEnumerable<(string Name, string Value)> headers, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, AddressOf(path)) { Content = content };
        Endpoints.Name(request, endpoint);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (_jar.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        var response = await http.SendAsync(request, cancellationToken);
        Keep(response, request.RequestUri!);
        return response;
    }

    /// <summary>Follows redirects that stay on the sign-in server. One to another host is returned and not followed: cookie and ticket must not go there.</summary>
    public async Task<HttpResponseMessage> FollowAsync(
        HttpResponseMessage response, IReadOnlyList<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop < MostRedirects && Next(response) is { } next; hop++)
        {
            response.Dispose();
            response = await SendAsync(HttpMethod.Get, next.PathAndQuery, Endpoints.Named, headers, content: null, cancellationToken);
        }

        return response;
    }

    private Uri? Next(HttpResponseMessage response) =>
        (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location
        && new Uri(http.BaseAddress!, location) is var next && next.GetLeftPart(UriPartial.Authority) == Origin
            ? next
            : null;

    private void Keep(HttpResponseMessage response, Uri address)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            try
            {
                _jar.SetCookies(address, cookie);
            }
            catch (CookieException)
            {
                // Of a foreign domain, or malformed: left out, as a browser would.
            }
        }
    }
}
