using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using GarminConnect.Client.Health;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests.Health;

/// <summary>Members are removed, nulled and given other types, anywhere in answers that are valid otherwise.</summary>
public sealed class When_answers_are_spoilt
{
    private static readonly Config ManyTimes = Config.QuickThrowOnFailure.WithMaxTest(1000);

    // The recordings too, where they are.
    private static readonly IReadOnlyList<Sample> Samples =
    [
        .. Sample.All,
        .. SharedFolder.Path is null
            ? []
            : RecordedAnswer.All.Select(one => new Sample(one.Endpoint, one.From, one.To, Encoding.UTF8.GetString(new Recording(one.Name).Body), "")),
    ];

    [Fact]
    public void There_is_one_sound_entry_for_each_metric_and_day_whatever_is_spoilt() =>
        Prop.ForAll<int, NonNull<string>>((seed, text) =>
        {
            var random = new Random(seed);
            var sample = Samples[random.Next(Samples.Count)];
            var answer = JsonNode.Parse(sample.Body)!;
            for (var times = random.Next(1, 6); times > 0; times--)
            {
                Spoil(Pick(Places(answer), random), random, text.Get);
            }

            if (Read(sample, answer) is { } days)
            {
                Check(sample, days);
            }
        }).Check(ManyTimes);

    [Fact]
    public void What_is_spoilt_in_the_row_of_a_day_leaves_the_other_days_as_they_are() =>
        Prop.ForAll<int, NonNull<string>>((seed, text) =>
        {
            var random = new Random(seed);
            var sample = Samples[random.Next(Samples.Count)];
            var answer = JsonNode.Parse(sample.Body)!;
            if (Pick([.. Rows(answer)], random) is not { } row)
            {
                return;
            }

            var touched = DaysIn(row);
            var before = Untouched(Read(sample, answer)!, touched);
            Spoil(Pick(Places(row), random), random, text.Get);
            Untouched(Read(sample, answer)!, touched).ShouldBe(before);
        }).Check(ManyTimes);

    [Fact]
    public void A_spoilt_number_spoils_no_more_than_its_metric() =>
        Prop.ForAll<int, NonNull<string>>((seed, text) =>
        {
            var random = new Random(seed);
            var sample = Samples[random.Next(Samples.Count)];
            var answer = JsonNode.Parse(sample.Body)!;
            var numbers = Places(answer).Where(place => place.Value?.GetValueKind() == JsonValueKind.Number && IsNoKey(place.Name)).ToList();
            var before = InWords(Read(sample, answer)!);
            Spoil(Pick(numbers, random), random, text.Get);
            var after = InWords(Read(sample, answer)!);

            before.Where(entry => after[entry.Key] != entry.Value).Select(entry => entry.Key.Metric).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        }).Check(ManyTimes);

    private static IReadOnlyList<MetricDay>? Read(Sample sample, JsonNode answer)
    {
        try
        {
            return Reading.Days(sample.Endpoint, answer.ToJsonString(), sample.From, sample.To);
        }
        catch (EndpointRefusedException) when (answer is JsonObject)
        {
            // The list is inside of an object there, and without it there is no answer.
            return null;
        }
    }

    private static void Check(Sample sample, IReadOnlyList<MetricDay> days)
    {
        var metrics = Reading.Endpoint(sample.Endpoint).Metrics;
        var expected = Reading.Range(sample.From, sample.To).Days.SelectMany(day => metrics.Select(metric => (metric.Name, day)));
        days.Select(day => (day.Metric.Name, day.Day)).ShouldBe(expected, ignoreOrder: true);
        foreach (var day in days)
        {
            day.Values.ShouldAllBe(value => double.IsFinite(value.Value) && day.Metric.Values.Contains(value.Type));
            day.Values.Select(value => (value.Type, value.Timestamp)).ShouldBeUnique();
            (day.Problem is null || day.Values.Count == 0).ShouldBeTrue();
            (day.Problem?.Contains("fault of this software", StringComparison.Ordinal)).ShouldNotBe(true);
        }
    }

    private static Dictionary<(string Metric, DateOnly Day), string> InWords(IEnumerable<MetricDay> days) =>
        days.ToDictionary(day => (day.Metric.Name, day.Day), day => day.Problem + string.Join(", ", day.Values.Select(Reading.InWords)));

    private static IEnumerable<(string Metric, DateOnly Day, int Count, string Values)> Untouched(IEnumerable<MetricDay> days, HashSet<string> touched) =>
        [.. from day in days
            where !touched.Contains($"{day.Day:yyyy-MM-dd}") && day.Values.Count > 0
            select (day.Metric.Name, day.Day, day.Values.Count, string.Join(", ", day.Values.Select(Reading.InWords)))];

    private static IEnumerable<JsonObject> Rows(JsonNode node) => node switch
    {
        JsonArray list => list.OfType<JsonObject>().Where(row => DaysIn(row).Count > 0).Concat(list.OfType<JsonNode>().SelectMany(Rows)),
        JsonObject parent => parent.Select(member => member.Value).OfType<JsonNode>().SelectMany(Rows),
        _ => [],
    };

    private static HashSet<string> DaysIn(JsonObject row) =>
        [.. Regex.Matches(row.ToJsonString(), "\"(calendarDate|date|summaryDate)\":\"(\\d{4}-\\d\\d-\\d\\d)").Select(match => match.Groups[2].Value)];

    private static bool IsNoKey(string name) => !Regex.IsMatch(name, "(Date|Time|GMT|Local|Code|Id|Index|index|typeId)");

    private static List<Place> Places(JsonNode node) => node switch
    {
        JsonObject parent => [.. parent.SelectMany(member => Inside(new Place(parent, member.Key, 0), member.Value))],
        JsonArray list => [.. list.SelectMany((entry, index) => Inside(new Place(list, "", index), entry))],
        _ => [],
    };

    private static IEnumerable<Place> Inside(Place place, JsonNode? value) => value is null ? [place] : [place, .. Places(value)];

    private static T? Pick<T>(IReadOnlyList<T> places, Random random)
        where T : class => places.Count == 0 ? null : places[random.Next(places.Count)];

    private static void Spoil(Place? place, Random random, string text)
    {
        JsonNode?[] replacements =
        [
            null, text, "2026-13-45", JsonValue.Create(random.NextDouble() * 1e300), random.NextInt64(), -1, 255, true, new JsonArray(), new JsonObject(),
            new JsonArray(1, null, "x"), new JsonObject { ["value"] = text },
        ];
        place?.Set(replacements[random.Next(replacements.Length)], remove: random.Next(3) == 0);
    }

    private sealed record Place(JsonNode Parent, string Name, int Index)
    {
        public JsonNode? Value => Parent is JsonObject parent ? parent[Name] : Parent[Index];

        public void Set(JsonNode? value, bool remove)
        {
            if (Parent is JsonObject parent)
            {
                parent[Name] = value;
                if (remove)
                {
                    parent.Remove(Name);
                }
            }
            else if (Parent is JsonArray list)
            {
                list[Index] = value;
                if (remove)
                {
                    list.RemoveAt(Index);
                }
            }
        }
    }
}
