using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Requests;

/// <summary>Whose account a request is about, as far as it says.</summary>
internal sealed record Caller(Athlete? Known, bool HasToken, string? Email)
{
    /// <summary>The owner of the access token. Endpoints that use it carry <see cref="TokenNeeded"/>.</summary>
    public Athlete Athlete => Known ?? throw new InvalidOperationException("The request has no valid access token.");

    /// <summary>Lets a handler take the caller as a parameter.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Caller>());
}
