using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using GarminSync.Gateway.Accounts;
using GarminSync.Gateway.Activities;
using GarminSync.Gateway.HealthData;
using GarminSync.Gateway.HealthMetrics;
using GarminSync.Gateway.Jobs;
using GarminSync.Gateway.Schedules;
using Microsoft.OpenApi;

namespace GarminSync.Gateway.OpenApi;

/// <summary>What the types of C# do not say of answers and parameters: which words there are, and what is a number.</summary>
internal static class KnownValues
{
    private static readonly string[] Kinds = ["activities", "health", "workouts"];
    private static readonly string[] JobTypes = [.. Kinds, "all"];
    private static readonly string[] States = ["queued", "planning", "fetching", "paused", "completed", "completed_with_errors", "failed", "cancelled"];
    private static readonly string[] Formats = ["fit", "tcx", "gpx"];
    private static readonly string[] Resolutions = ["raw", "day", "week", "month"];
    private static readonly string[] Sorts = ["start_time", "distance_meters", "duration_seconds", "elevation_gain_meters", "average_heart_rate"];

    private static readonly Dictionary<(Type Answer, string Member), string[]> Words = new()
    {
        [(typeof(JobAnswer), "job_type")] = JobTypes,
        [(typeof(JobAnswer), "status")] = ["idle", "pending", "in_progress", "completed", "failed"],
        [(typeof(JobAnswer), "state")] = ["idle", .. States],
        [(typeof(JobFailureAnswer), "kind")] = Kinds,
        [(typeof(AccountAnswer), "status")] = ["linked", "needs_login", "rate_limited"],
        [(typeof(ScheduleAnswer), "source")] = ["own", "default", "none"],
        [(typeof(MetricAnswer), "detail")] = ["summary", "intraday"],
        [(typeof(HealthDataAnswer), "resolution")] = Resolutions,
        [(typeof(ActivityFileAnswer), "format")] = Formats,
    };

    private static readonly Dictionary<string, Func<OpenApiSchema>> Parameters = new(StringComparer.Ordinal)
    {
        ["job_id"] = () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        ["garmin_activity_id"] = () => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        ["limit"] = WholeNumber,
        ["offset"] = WholeNumber,
        ["points"] = WholeNumber,
        ["part"] = WholeNumber,
        ["date"] = () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        ["state"] = () => OneOf(States),
        ["job_type"] = () => OneOf(JobTypes),
        ["format"] = () => OneOf(Formats),
        ["resolution"] = () => OneOf(Resolutions),
        ["sort"] = () => OneOf([.. Sorts, .. Sorts.Select(sort => $"-{sort}")]),
    };

    /// <summary>Says of a member of an answer which words it may be, and of a share that it is a number from 0 to 1.</summary>
    public static void Describe(OpenApiSchema schema, JsonPropertyInfo member)
    {
        if (Words.TryGetValue((member.DeclaringType, member.Name), out var words))
        {
            schema.Enum = Nodes(words);
        }
        else if (member.CustomConverter is FractionConverter)
        {
            (schema.Type, schema.Minimum, schema.Maximum) = (JsonSchemaType.Number, "0", "1");
        }
    }

    /// <summary>Says of a call's parameters what they are; the gateway reads them as text, so that it can answer in its own words.</summary>
    public static void Describe(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.Name is { } name && Parameters.TryGetValue(name, out var schema))
            {
                parameter.Schema = schema();
            }
        }
    }

    private static OpenApiSchema WholeNumber() => new() { Type = JsonSchemaType.Integer, Format = "int32" };

    private static OpenApiSchema OneOf(IEnumerable<string> words) => new() { Type = JsonSchemaType.String, Enum = Nodes(words) };

    private static List<JsonNode> Nodes(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)JsonValue.Create(word)!)];
}
