using System.Text.Json;
using System.Text.RegularExpressions;
using GarminSync.Testing;

namespace GarminConnect.Simulator.Tests.Recordings;

/// <summary>A GET of Garmin's data server, with all answers that were recorded of it.</summary>
/// <param name="Name">Its path, with placeholders.</param>
/// <param name="Answers">The bodies with data.</param>
internal sealed record RecordedCall(string Name, IReadOnlyList<RecordedBody> Answers)
{
    private const string Date = @"\d{4}-\d\d-\d\d";

    // Two addresses of one answer.
    private const string SleepOfName = "/wellness-service/wellness/dailySleepData/{name}";
    private const string Sleep = "/sleep-service/sleep/dailySleepData";

    // Made up by a contributor of the project that they come from.
    private static readonly IReadOnlyList<string> Invented =
    [
        "data-body-battery-data-get-0", "data-body-battery-properties-edge-cases-0", "data-daily-body-battery-stress-get-no-data-0", "data-daily-body-battery-stress-list-1",
        "data-daily-body-battery-stress-list-2",
    ];

    /// <summary>All of the folder. Skips the calling test in a checkout without it.</summary>
    public static IReadOnlyList<RecordedCall> All() =>
    [
        .. Directory.EnumerateFiles(SharedFolder.Require("recordings"), "*.json").Order(StringComparer.Ordinal)
            .Where(file => !Invented.Contains(Path.GetFileNameWithoutExtension(file)))
            .Select(Read).OfType<(string Call, RecordedBody? Body)>()
            .GroupBy(read => read.Call, read => read.Body, StringComparer.Ordinal)
            .Select(call => new RecordedCall(call.Key, [.. call.OfType<RecordedBody>()])),
    ];

    /// <summary>The same question about days and things that the simulator has.</summary>
    public string Ask(IReadOnlyList<string> days, string activity)
    {
        var (path, query) = Answers[0].Request;
        var asked = Answers.Any(answer => Regex.Count(answer.Request.Path + answer.Request.Query, Date) > 1) ? days : [days[^1]];
        var next = 0;
        // The query has the days in the order of their names, which need not be that of time: endDate, startDate.
        var all = Regex.Matches(path + query, Date).Select(match => match.Value).Order(StringComparer.Ordinal).Distinct().ToList();
        return Regex.Replace(Regex.Replace(path, @"\d{8,}", activity).Replace("test_athlete", "", StringComparison.Ordinal) + query, Date, match =>
            all.Count > 1 ? asked[Math.Min(all.IndexOf(match.Value), asked.Count - 1)] : asked[Math.Min(next++, asked.Count - 1)]);
    }

    private static (string Call, RecordedBody? Body)? Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var (request, response) = (document.RootElement.GetProperty("request"), document.RootElement.GetProperty("response"));
        if (request.GetProperty("method").GetString() != "GET" || request.GetProperty("host").GetString() != "connectapi.garmin.com")
        {
            return null;
        }

        var path = request.GetProperty("path").GetString()!;
        var call = Regex.Replace(Regex.Replace(Regex.Replace(path, Date, "{date}"), @"\d{8,}", "{id}"), "test_athlete|(?<=/)$", "{name}");
        var query = string.Join('&', request.GetProperty("query").EnumerateObject().Select(parameter => $"{parameter.Name}={parameter.Value}"));
        var hasData = response.GetProperty("status").GetInt32() == 200 && response.TryGetProperty("body", out var body)
            && body.ValueKind is JsonValueKind.Object or JsonValueKind.Array && !(body.ValueKind == JsonValueKind.Array && body.GetArrayLength() == 0);
        return (call == SleepOfName ? Sleep : call, hasData
            ? new RecordedBody((call == SleepOfName ? Sleep : path, query.Length > 0 ? $"?{query}" : ""), response.GetProperty("body").Clone(), Path.GetFileName(file).StartsWith("barnes-shape-", StringComparison.Ordinal))
            : null);
    }
}
