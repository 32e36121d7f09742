namespace GarminConnect.Client.Health;

internal static class Calories
{
    private const string Active = "WELLNESS_ACTIVE_CALORIES";
    private const string Bmr = "WELLNESS_BMR_CALORIES";

    private static readonly MetricValueType TotalEnergy = new("total_calories", "kcal") { FromDevice = false };
    private static readonly MetricValueType ActiveEnergy = new("active_calories", "kcal");
    private static readonly MetricValueType BasalEnergy = new("bmr_calories", "kcal") { FromDevice = false };

    public static Metric Daily { get; } = new()
    {
        Name = "calories",
        Description = "Energy spent: active, basal metabolic rate, and both together",
        Values = [TotalEnergy, ActiveEnergy, BasalEnergy],
    };

    public static IReadOnlyList<IValueSource> InSummary { get; } =
        [new Field(TotalEnergy, "totalKilocalories"), new Field(ActiveEnergy, "activeKilocalories"), new Field(BasalEnergy, "bmrKilocalories")];

    public static IReadOnlyList<IValueSource> InGraphQl { get; } =
        [new Field(TotalEnergy, "calories.burnedTotal"), new Field(ActiveEnergy, "calories.burnedActive"), new Field(BasalEnergy, "calories.burnedResting")];

    public static MetricEndpoint Range { get; } = new(
        "calories_range",
        // Clients ask for a year; nobody has met the cap.
        366,
        EndpointProof.Unverified,
        Calls.Get("userstats-service/wellness/daily/{name}?fromDate={from}&untilDate={to}&metricId=22&metricId=23", "the calories of a range of days"),
        new MetricAnswer(Daily, UserStats.Rows("", Active, Bmr), new Sum(TotalEnergy, Active, Bmr), new Field(ActiveEnergy, Active), new Field(BasalEnergy, Bmr)));
}
