namespace GarminConnect.Client.Health;

/// <summary>Weighings, each with its time.</summary>
internal static class Weight
{
    private static readonly MetricValueType s_weight = new("weight", "kg");
    private static readonly MetricValueType s_bmi = new("bmi", "kg/m²");
    private static readonly MetricValueType s_fat = new("body_fat", "%");
    private static readonly MetricValueType s_water = new("body_water", "%");
    private static readonly MetricValueType s_bone = new("bone_mass", "kg");
    private static readonly MetricValueType s_muscle = new("muscle_mass", "kg");
    private static readonly MetricValueType s_physique = new("physique_rating", "1");
    private static readonly MetricValueType s_visceralFat = new("visceral_fat", "1");
    private static readonly MetricValueType s_metabolicAge = new("metabolic_age", "years");

    private static readonly Func<double, double> s_fromGrams = static grams => grams / 1000;

    public static Metric Weighings { get; } = new()
    {
        Name = "weight",
        Description = "Weight and composition of the body, each weighing",
        Values = [s_weight, s_bmi, s_fat, s_water, s_bone, s_muscle, s_physique, s_visceralFat, s_metabolicAge],
        SettlesAfterDays = 7,
    };

    public static MetricEndpoint Range { get; } = new(
        "weight_range",
        // Nobody has met a cap, up to ten years; a year keeps the answers small.
        365,
        Calls.Get("weight-service/weight/range/{from}/{to}?includeAll=true", "the weight over a range of days"),
        new MetricAnswer(Weighings, DayRows.List("dailyWeightSummaries", day: "summaryDate"), In("allWeightMetrics"), In("latestWeight")));

    public static MetricEndpoint Day { get; } = new(
        "weight_day",
        1,
        Calls.Get("weight-service/weight/dayview/{day}?includeAll=true", "the weight on a day"),
        new MetricAnswer(Weighings, DayRows.OneDay("startDate"), In("dateWeightList")));

    private static Moments In(string list) => new(
        list,
        "timestampGMT",
        new Field(s_weight, "weight") { Convert = s_fromGrams },
        new Field(s_bmi, "bmi"),
        new Field(s_fat, "bodyFat"),
        new Field(s_water, "bodyWater"),
        new Field(s_bone, "boneMass") { Convert = s_fromGrams },
        new Field(s_muscle, "muscleMass") { Convert = s_fromGrams },
        new Field(s_physique, "physiqueRating"),
        new Field(s_visceralFat, "visceralFat"),
        new Field(s_metabolicAge, "metabolicAge"))
    {
        Offset = (weighing, _) => UtcOffset.Between(weighing, "timestampGMT", "date"),
        Details = RowDetails.Of(("source", "sourceType")),
    };
}
