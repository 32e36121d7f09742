using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;

namespace GarminConnect.Client;

/// <summary>Counts each request to Garmin by where it went and what came of it. Nearest to the network: repeats are requests too.</summary>
internal sealed class RequestCount : DelegatingHandler
{
    private static readonly Meter Meter = new("GarminConnect.Client");

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>(
        "garminsync.garmin.requests", "{request}", "Requests to Garmin, by endpoint and outcome.");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            Count(request, OutcomeOf(response.StatusCode));
            return response;
        }
        catch
        {
            Count(request, "unreachable");
            throw;
        }
    }

    private static string OutcomeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "limited",
        HttpStatusCode.Unauthorized => "unauthorized",
        HttpStatusCode.NotFound or HttpStatusCode.Gone => "missing",
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => "failed",
        >= HttpStatusCode.BadRequest => "refused",
        _ => "answered",
    };

    private static void Count(HttpRequestMessage request, string outcome)
    {
        if (!Requests.Enabled)
        {
            return;
        }

        var endpoint = request.Options.TryGetValue(Endpoints.Key, out var named) ? named : Endpoints.Named;
        Requests.Add(1, new TagList { { "url.template", endpoint }, { "garminsync.outcome", outcome } });
    }
}
