namespace GarminConnect.Client.Health;

/// <summary>All metrics, and the calls that answer for them.</summary>
internal static class MetricCatalogue
{
    public static IReadOnlyList<Metric> Metrics { get; } =
    [
        Steps.Daily, Floors.Daily, Calories.Daily, Activeness.Time, Activeness.IntensityMinutes,
        HeartRate.Daily, Stress.Daily, BodyBattery.Change, BodyBattery.Levels, SpO2.Daily, Respiration.Daily, Hrv.Daily, Sleep.Daily,
        Hydration.Daily, Weight.Weighings, BloodPressure.Measurements,
        TrainingReadiness.Daily, Training.Status, Vo2Max.Generic, Vo2Max.Cycling, FitnessAge.Daily,
        EnduranceScore.Latest, EnduranceScore.Weekly, HillScore.Daily, RacePredictions.Daily, PersonalRecords.Current,
        Steps.Intraday, Floors.Intraday, HeartRate.Intraday, Stress.Intraday, BodyBattery.Intraday, BodyBattery.Events, SpO2.Intraday, Respiration.Intraday,
        Hrv.Intraday, SleepDetails.Night, SleepDetails.Stages, Hydration.SweatLoss, Training.LoadBalance,
    ];

    /// <summary>
    /// The better first, where two would answer the same with as many requests: complete answers before partial ones, recorded ones before those that
    /// are known from other clients only.
    /// </summary>
    public static IReadOnlyList<MetricEndpoint> Endpoints { get; } =
    [
        DailySummary.Day, DailySummary.GraphQl,
        Hrv.Range, Sleep.Range, SleepDetails.Day, Hydration.Range, Weight.Range, BloodPressure.Range,
        Training.Range, Vo2Max.Range, FitnessAge.Range, EnduranceScore.Day, EnduranceScore.WeeklyRange, HillScore.Range,
        RacePredictions.Range, PersonalRecords.All,
        TrainingReadiness.Day, TrainingReadiness.GraphQl, TrainingReadiness.Range,
        Stress.Day, HeartRate.Day, SpO2.Day, Respiration.Day, Hrv.Day, BodyBattery.EventsDay, Steps.Chart, Floors.Chart,
        Steps.Range, Floors.Range, Calories.Range, Activeness.IntensityRange, BodyBattery.ChangeRange,
        Activeness.IntensityDay, Hydration.Day, Weight.Day, BloodPressure.Day, Training.Latest, Training.Aggregated, FitnessAge.Day, HillScore.Day,
        BodyBattery.LevelsRange, HeartRate.Range, Stress.Range, Respiration.Range, SpO2.Range, HeartRate.RestingRange, Sleep.ScoreRange,
        RacePredictions.Latest,
    ];
}
