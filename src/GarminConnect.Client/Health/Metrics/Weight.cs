using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>Weighings, each with its time.</summary>
internal static class Weight
{
    private static readonly MetricValueType BodyWeight = new("weight", "kg") { FromDevice = false };
    private static readonly MetricValueType Bmi = new("bmi", "kg/m²") { FromDevice = false };
    private static readonly MetricValueType Fat = new("body_fat", "%") { FromDevice = false };
    private static readonly MetricValueType Water = new("body_water", "%") { FromDevice = false };
    private static readonly MetricValueType Bone = new("bone_mass", "kg") { FromDevice = false };
    private static readonly MetricValueType Muscle = new("muscle_mass", "kg") { FromDevice = false };
    private static readonly MetricValueType Physique = new("physique_rating", "1") { FromDevice = false };
    private static readonly MetricValueType VisceralFat = new("visceral_fat", "1") { FromDevice = false };
    private static readonly MetricValueType MetabolicAge = new("metabolic_age", "years") { FromDevice = false };

    private static readonly Func<double, double> FromGrams = static grams => grams / 1000;

    public static Metric Weighings { get; } = new()
    {
        Name = "weight",
        Description = "Weight and composition of the body, each weighing",
        Values = [BodyWeight, Bmi, Fat, Water, Bone, Muscle, Physique, VisceralFat, MetabolicAge],
        SettlesAfterDays = 7,
    };

    public static MetricEndpoint Range { get; } = new(
        "weight_range",
        // Nobody has met a cap, up to ten years; a year keeps the answers small.
        366,
        EndpointProof.Recorded,
        Calls.Get("weight-service/weight/range/{from}/{to}?includeAll=true", "the weight over a range of days"),
        new MetricAnswer(Weighings, DayRows.List("dailyWeightSummaries", day: "summaryDate"), In("allWeightMetrics"), In("latestWeight")));

    public static MetricEndpoint Day { get; } = new(
        "weight_day",
        1,
        EndpointProof.Recorded,
        Calls.Get("weight-service/weight/dayview/{day}?includeAll=true", "the weight on a day"),
        new MetricAnswer(Weighings, DayRows.OneDay("startDate"), In("dateWeightList")));

    private static Moments In(string list) => new(
        list,
        "timestampGMT",
        new Field(BodyWeight, "weight") { Convert = FromGrams },
        new Field(Bmi, "bmi"),
        new Field(Fat, "bodyFat"),
        new Field(Water, "bodyWater"),
        new Field(Bone, "boneMass") { Convert = FromGrams },
        new Field(Muscle, "muscleMass") { Convert = FromGrams },
        new Field(Physique, "physiqueRating"),
        new Field(VisceralFat, "visceralFat"),
        new Field(MetabolicAge, "metabolicAge"))
    {
        Offset = (weighing, _) => OffsetOf(weighing),
        Details = RowDetails.Of(("source", "sourceType")),
    };

    // Weighings that come from another service (MyFitnessPal) have no more than their day there: its midnight.
    private static UtcOffset? OffsetOf(JsonElement weighing) =>
        AnswerTime.Utc(weighing, "date")?.TimeOfDay == TimeSpan.Zero ? null : UtcOffset.Between(weighing, "timestampGMT", "date");
}
