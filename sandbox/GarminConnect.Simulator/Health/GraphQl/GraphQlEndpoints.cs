using System.Text.Json;
using System.Text.RegularExpressions;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>The GraphQL gateway of the website: one call for a range of days, most with the rows of the other services.</summary>
internal static partial class GraphQlEndpoints
{
    // Clients ask for a year of most, and for a month of nights.
    private const int NightCap = 31;

    private static readonly Dictionary<string, (int? Cap, Func<Athlete, HealthRange, object?> Answer)> Scalars = new()
    {
        ["userDailySummaryV2Scalar"] = (null, (athlete, range) => Sparse(DailySummaryScalar.Of(athlete, range))),
        ["trainingReadinessRangeScalar"] = (null, ReadinessEndpoints.Range),
        ["heartRateVariabilityScalar"] = (null, VariabilityBodies.Range),
        ["sleepSummariesScalar"] = (NightCap, SleepStatsBodies.Nights),
        ["weightScalar"] = (null, WeightBodies.Range),
        ["bloodPressureScalar"] = (null, BloodPressureEndpoints.Range),
        ["vo2MaxScalar"] = (null, MaximalOxygenBodies.Daily),
        ["enduranceScoreScalar"] = (null, ScoreBodies.EnduranceStats),
        ["hillScoreScalar"] = (null, ScoreBodies.HillStats),
        ["trainingStatusWeeklyScalar"] = (null, TrainingStatusGateway.Weekly),
    };

    public static void MapGraphQl(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/graphql-gateway/graphql", (Caller caller, Question question, SimulatorOptions options) =>
            GarminAnswers.Full(Answer(caller.Athlete, question.Query ?? "", options.GraphQlMostDays)));

    private static object Answer(Athlete athlete, string query, int? mostDays)
    {
        var name = ScalarName.Match(query).Value;
        if (!Scalars.TryGetValue(name, out var scalar))
        {
            return Error(name, $"Validation error (FieldUndefined@[{name}]) : Field '{name}' in type 'Query' is undefined");
        }

        var arguments = Argument.Matches(query).GroupBy(match => match.Groups["name"].Value)
            .ToDictionary(group => group.Key, group => group.Last().Groups["value"].Value);
        if (HealthRoutes.Parse(arguments.GetValueOrDefault("startDate")) is not { } from || HealthRoutes.Parse(arguments.GetValueOrDefault("endDate")) is not { } to)
        {
            return Error(name, "startDate and endDate must be dates");
        }

        if (arguments.TryGetValue("displayName", out var displayName) && displayName != athlete.DisplayName)
        {
            return Error(name, "HTTP 403 Forbidden");
        }

        var range = new HealthRange(athlete.Health, from, to);
        return range.Mistake(mostDays < (scalar.Cap ?? int.MaxValue) ? mostDays : scalar.Cap) is { } mistake
            ? Error(name, mistake)
            : new { data = new Dictionary<string, object?> { [name] = scalar.Answer(athlete, range) } };
    }

    private static object Error(string name, string message) =>
        new { errors = new[] { new { message, path = new[] { name }, extensions = new { classification = "ValidationError" } } } };

    private static JsonElement Sparse(object body) => JsonSerializer.SerializeToElement(body, GarminJson.WithoutNulls);

    [GeneratedRegex(@"(?<=^\s*(query\s*)?\{\s*)\w+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ScalarName { get; }

    [GeneratedRegex(@"(?<name>\w+)\s*:\s*""(?<value>[^""]*)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Argument { get; }

    internal sealed record Question(string? Query);
}
