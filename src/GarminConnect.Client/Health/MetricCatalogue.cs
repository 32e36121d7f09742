namespace GarminConnect.Client.Health;

/// <summary>All metrics that this client knows, and the calls that answer for them.</summary>
/// <remarks>Source: docs/garmin-connect.md, section 6; what proves each endpoint is in section 0.2.</remarks>
public static class MetricCatalogue
{
    /// <summary>All metrics.</summary>
    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        Steps.Daily, Floors.Daily, Calories.Daily, Activeness.IntensityMinutes,
        HeartRate.Daily, HeartRate.Averages, Stress.Daily, BodyBattery.Change, BodyBattery.Levels, SpO2.Daily, Respiration.Daily, Hrv.Daily, Sleep.Daily,
        Hydration.Daily, Weight.Weighings, BloodPressure.Measurements,
        TrainingReadiness.Daily, Training.Status, Vo2Max.Generic, Vo2Max.Cycling, FitnessAge.Daily,
        EnduranceScore.Latest, EnduranceScore.Weekly, HillScore.Daily, RacePredictions.Daily, PersonalRecords.Current,
        Activeness.Time, BodyBattery.AtWaking,
        Steps.Intraday, Floors.Intraday, HeartRate.Intraday, Stress.Intraday, BodyBattery.Intraday, BodyBattery.Events, SpO2.Intraday, Respiration.Intraday,
        Hrv.Intraday, SleepDetails.Night, SleepDetails.Restlessness, SleepDetails.Stages, Hydration.SweatLoss, Training.LoadBalance,
    ];

    /// <summary>
    /// All calls. Of two that answer the same with as many requests, the better comes first: complete answers before partial ones, recorded ones before those that
    /// are known from other clients only.
    /// </summary>
    public static IReadOnlyList<MetricEndpoint> Endpoints { get; } =
    [
        DailySummary.Day,
        Hrv.Range, Sleep.Range, SleepDetails.GraphQl, SleepDetails.Day, Hydration.Range, Weight.Range, BloodPressure.Range,
        Training.Range, Vo2Max.Range, FitnessAge.Range, EnduranceScore.Day, EnduranceScore.WeeklyRange, HillScore.Range,
        RacePredictions.Range, PersonalRecords.All,
        TrainingReadiness.Day, TrainingReadiness.GraphQl, TrainingReadiness.Range,
        Stress.Day, HeartRate.Day, SpO2.Day, Respiration.Day, Hrv.Day, BodyBattery.EventsDay, Steps.Chart, Floors.Chart,
        Steps.Range, Activeness.IntensityRange, BodyBattery.ChangeRange, DailySummary.GraphQl, Floors.Range, Calories.Range,
        Activeness.IntensityDay, Hydration.Day, Weight.Day, BloodPressure.Day, Training.Latest, Training.Aggregated, FitnessAge.Day, HillScore.Day,
        BodyBattery.LevelsRange, HeartRate.Range, Stress.Range, Respiration.Range, SpO2.Range, HeartRate.RestingRange, Sleep.ScoreRange,
        RacePredictions.Latest,
    ];

    /// <summary>The metric of a name.</summary>
    /// <param name="name">Such as <c>steps</c>.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static Metric Get(string name) =>
        Metrics.FirstOrDefault(metric => metric.Name == name) ?? throw new ArgumentException($"There is no metric {name}.", nameof(name));
}
