namespace GarminConnect.Client.Health;

internal static class Calories
{
    private const string Active = "WELLNESS_ACTIVE_CALORIES";
    private const string Bmr = "WELLNESS_BMR_CALORIES";

    private static readonly MetricValueType s_total = new("total_calories", "kcal");
    private static readonly MetricValueType s_active = new("active_calories", "kcal");
    private static readonly MetricValueType s_bmr = new("bmr_calories", "kcal");

    public static Metric Daily { get; } = new()
    {
        Name = "calories",
        Description = "Energy spent: active, basal metabolic rate, and both together",
        Values = [s_total, s_active, s_bmr],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
        [new Field(s_total, "totalKilocalories"), new Field(s_active, "activeKilocalories"), new Field(s_bmr, "bmrKilocalories")];

    public static MetricEndpoint Range { get; } = new(
        "calories_range",
        // Clients ask for a year; nobody has met the cap.
        365,
        Calls.Get("userstats-service/wellness/daily/{name}?fromDate={from}&untilDate={to}&metricId=22&metricId=23", "the calories of a range of days"),
        new MetricAnswer(Daily, UserStats.Rows("", Active, Bmr), new Sum(s_total, Active, Bmr), new Field(s_active, Active), new Field(s_bmr, Bmr)));
}
