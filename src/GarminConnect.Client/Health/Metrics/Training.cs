namespace GarminConnect.Client.Health;

/// <summary>Status and load of training.</summary>
internal static class Training
{
    private static readonly MetricValueType s_status = new("training_status", "1");
    private static readonly MetricValueType s_acute = new("acute_training_load", "1");
    private static readonly MetricValueType s_chronic = new("chronic_training_load", "1");
    private static readonly MetricValueType s_ratio = new("acute_chronic_workload_ratio", "1");
    private static readonly MetricValueType s_chronicMin = new("min_chronic_training_load", "1");
    private static readonly MetricValueType s_chronicMax = new("max_chronic_training_load", "1");
    private static readonly MetricValueType s_aerobicLow = new("monthly_load_aerobic_low", "1");
    private static readonly MetricValueType s_aerobicHigh = new("monthly_load_aerobic_high", "1");
    private static readonly MetricValueType s_anaerobic = new("monthly_load_anaerobic", "1");

    public static Metric Status { get; } = new()
    {
        Name = "training_status",
        Description = "Status of training (0 none, 1 detraining, 2 unproductive, 4 maintaining, 5 recovery, 6 peaking, 7 productive, 8 strained), "
            + "acute and chronic load",
        Values = [s_status, s_acute, s_chronic, s_ratio, s_chronicMin, s_chronicMax],
    };

    public static Metric LoadBalance { get; } = new()
    {
        Name = "training_load_balance",
        Description = "Load of four weeks by kind: low aerobic, high aerobic, anaerobic",
        Detail = MetricDetail.Intraday,
        Values = [s_aerobicLow, s_aerobicHigh, s_anaerobic],
    };

    /// <summary>Called weekly, but it has a row per day.</summary>
    public static MetricEndpoint Range { get; } = new(
        "training_status_range",
        // A year was answered at once.
        365,
        Calls.Get("mobile-gateway/usersummary/trainingstatus/weekly/{from}/{to}", "the training status of a range of days"),
        new MetricAnswer(Status, DeviceRows.Lists("reportData", "weeklyTrainingStatus", "monthlyTrainingStatus"), OfStatus()));

    public static MetricEndpoint Latest { get; } = new(
        "training_status_latest",
        1,
        Calls.Get("mobile-gateway/usersummary/trainingstatus/latest/{day}", "the latest training status"),
        Answers());

    public static MetricEndpoint Aggregated { get; } = new(
        "training_status_aggregated",
        1,
        Calls.Get("metrics-service/metrics/trainingstatus/aggregated/{day}", "the latest training status"),
        Answers());

    private static IReadOnlyList<MetricAnswer> Answers() =>
    [
        new(Status, DeviceRows.Single("latestTrainingStatusData", "mostRecentTrainingStatus"), OfStatus()),
        new(
            LoadBalance,
            DeviceRows.Single("metricsTrainingLoadBalanceDTOMap", "mostRecentTrainingLoadBalance"),
            new Field(s_aerobicLow, "monthlyLoadAerobicLow") { Details = RowDetails.Of(("feedback", "trainingBalanceFeedbackPhrase")) },
            new Field(s_aerobicHigh, "monthlyLoadAerobicHigh"),
            new Field(s_anaerobic, "monthlyLoadAnaerobic")),
    ];

    private static IReadOnlyList<IValueSource> OfStatus() =>
    [
        new Field(s_status, "trainingStatus")
        {
            Details = RowDetails.Of(
                ("phrase", "trainingStatusFeedbackPhrase"), ("since", "sinceDate"), ("sport", "sport"), ("paused", "trainingPaused"),
                ("load_status", "acuteTrainingLoadDTO.acwrStatus")),
        },
        new Field(s_acute, "acuteTrainingLoadDTO.dailyTrainingLoadAcute"),
        new Field(s_chronic, "acuteTrainingLoadDTO.dailyTrainingLoadChronic"),
        new Field(s_ratio, "acuteTrainingLoadDTO.dailyAcuteChronicWorkloadRatio"),
        new Field(s_chronicMin, "acuteTrainingLoadDTO.minTrainingLoadChronic"),
        new Field(s_chronicMax, "acuteTrainingLoadDTO.maxTrainingLoadChronic"),
    ];
}
