using GarminSync.Web.Charts;

namespace GarminSync.Web.Health;

/// <summary>The curves of a day.</summary>
internal static class DayThemes
{
    public static IReadOnlyList<HealthChart> Of(HealthView view)
    {
        var maker = new ChartMaker(view);
        return
        [
            .. Filled(maker.Chart(Texts.Health_HeartRate, "heart_rate", ChartShape.Line, "tone-heart", smallestRange: 40)),
            .. Filled(maker.Chart(Texts.Health_Stress, "stress", ChartShape.Area, "tone-cadence", fromZero: true)),
            .. Filled(maker.Chart(Texts.Health_BodyBattery, "body_battery", ChartShape.Area, "tone-speed", fromZero: true)),
            .. Filled(maker.Chart(Texts.Health_Steps, "interval_steps", ChartShape.Bars, "tone-plain", fromZero: true).Select(chart => chart with { Summary = null })),
            .. Filled(maker.Chart(Texts.Health_RespirationCurve, "respiration", ChartShape.Line, "tone-ground", smallestRange: 6)),
            .. Filled(maker.Chart(
                Texts.Health_Spo2,
                maker.AnyOf("spo2", "hourly_spo2"),
                ChartShape.Dots,
                "tone-heart",
                smallestRange: 8)),
        ];
    }

    // A curve that was not fetched is said once for all of them.
    private static IEnumerable<HealthChart> Filled(IEnumerable<HealthChart> charts) => charts.Where(chart => chart.Series.Count > 0);
}
