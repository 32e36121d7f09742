using System.Diagnostics;

namespace FitTrack.Hosting.Telemetry;

/// <summary>Keeps out of the spans of HTTP calls what logs may not have either: queries, and paths with ids and names of Garmin in them.</summary>
internal static class CallNames
{
    private const string Url = "url.full";
    private const string Template = "url.template";

    // Set by a client of ours that knows which parts of a path are values.
    private static readonly HttpRequestOptionsKey<string> TemplateKey = new(Template);

    /// <summary>Of a call that this process makes.</summary>
    public static void Apply(Activity activity, HttpRequestMessage request)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } address)
        {
            return;
        }

        var server = address.GetLeftPart(UriPartial.Authority);
        if (request.Options.TryGetValue(TemplateKey, out var template))
        {
            activity.DisplayName = $"{request.Method} {template}";
            activity.SetTag(Template, template);
            activity.SetTag(Url, $"{server}{template}");
        }
        else
        {
            activity.SetTag(Url, $"{server}{address.AbsolutePath}");
        }
    }

    /// <summary>Of a call that this process answers.</summary>
    public static void ApplyToAnswered(Activity activity)
    {
        activity.SetTag("url.query", null);
        activity.SetTag("user_agent.original", null);
    }
}
