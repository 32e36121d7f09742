using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using GarminSync.Contracts;
using GarminSync.Gateway.Accounts;
using GarminSync.Gateway.Activities;
using GarminSync.Gateway.HealthData;
using GarminSync.Gateway.HealthMetrics;
using GarminSync.Gateway.Jobs;
using GarminSync.Gateway.Operations;
using GarminSync.Gateway.Schedules;
using Microsoft.OpenApi;

namespace GarminSync.Gateway.OpenApi;

/// <summary>What the types of C# do not say of answers and parameters: which words there are, and what is a number.</summary>
internal static class KnownValues
{
    private static readonly Dictionary<(Type Answer, string Member), IReadOnlyList<string>> Words = new()
    {
        [(typeof(JobAnswer), "job_type")] = JobListQuery.Types,
        [(typeof(JobAnswer), "status")] = ["idle", "pending", "in_progress", "completed", "failed"],
        [(typeof(JobAnswer), "state")] = ["idle", .. JobListQuery.States],
        [(typeof(JobFailureAnswer), "kind")] = [SyncKinds.Activities, SyncKinds.Health, SyncKinds.Workouts],
        [(typeof(AccountAnswer), "status")] = [GarminAccountStatuses.Linked, GarminAccountStatuses.NeedsLogin, GarminAccountStatuses.RateLimited],
        [(typeof(AccountOperationsAnswer), "status")] = [GarminAccountStatuses.Linked, GarminAccountStatuses.NeedsLogin, GarminAccountStatuses.RateLimited],
        [(typeof(ScheduleAnswer), "source")] = [SyncScheduleSources.Own, SyncScheduleSources.Default, SyncScheduleSources.None],
        [(typeof(MetricAnswer), "detail")] = [SyncDetails.Summary, SyncDetails.Intraday],
        [(typeof(HealthDataAnswer), "resolution")] = [.. HealthDataQuery.Resolutions.Keys],
        [(typeof(ActivityFileAnswer), "format")] = ActivityFormats.All,
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
        ["state"] = () => OneOf(JobListQuery.States),
        ["job_type"] = () => OneOf(JobListQuery.Types),
        ["format"] = () => OneOf(ActivityFormats.All),
        ["resolution"] = () => OneOf(HealthDataQuery.Resolutions.Keys),
        ["sort"] = () => OneOf(ActivityListQuery.Sorts.Keys.SelectMany(sort => new[] { sort, $"-{sort}" })),
    };

    /// <summary>Says of a member of an answer which words it may be, and of a share that it is a number from 0 to 1.</summary>
    public static void Describe(OpenApiSchema schema, JsonPropertyInfo member)
    {
        if (Words.TryGetValue((member.DeclaringType, member.Name), out var words))
        {
            schema.Enum = Nodes(words);
            if (schema.Type?.HasFlag(JsonSchemaType.Null) == true)
            {
                schema.Enum.Add(JsonNullSentinel.JsonNull);
            }
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

            parameter.Required |= parameter.Name is "date" or "metric_type";
        }
    }

    private static OpenApiSchema WholeNumber() => new() { Type = JsonSchemaType.Integer, Format = "int32" };

    private static OpenApiSchema OneOf(IEnumerable<string> words) => new() { Type = JsonSchemaType.String, Enum = Nodes(words) };

    private static List<JsonNode> Nodes(IEnumerable<string> words) => [.. words.Select(word => (JsonNode)JsonValue.Create(word)!)];
}
