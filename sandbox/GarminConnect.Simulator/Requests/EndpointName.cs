using System.Text.RegularExpressions;

namespace GarminConnect.Simulator.Requests;

/// <summary>The name under which a request is counted, and by which a fault picks it: <c>/activity-service/activity/{id}</c>.</summary>
internal static partial class EndpointName
{
    public static string Of(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } template } ? Constraint.Replace(template, "") : context.Request.Path.ToString();

    [GeneratedRegex("(:[a-z]+|\\?)(?=})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint { get; }
}
