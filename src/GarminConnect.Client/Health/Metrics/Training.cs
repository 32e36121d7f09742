namespace GarminConnect.Client.Health;

/// <summary>Status and load of training.</summary>
internal static class Training
{
    private static readonly MetricValueType StatusCode = new("training_status", "1") { FromDevice = false };
    private static readonly MetricValueType Acute = new("acute_training_load", "1") { FromDevice = false };
    private static readonly MetricValueType Chronic = new("chronic_training_load", "1") { FromDevice = false };
    private static readonly MetricValueType Ratio = new("acute_chronic_workload_ratio", "1") { FromDevice = false };
    private static readonly MetricValueType ChronicMin = new("min_chronic_training_load", "1") { FromDevice = false };
    private static readonly MetricValueType ChronicMax = new("max_chronic_training_load", "1") { FromDevice = false };
    private static readonly MetricValueType AerobicLow = new("monthly_load_aerobic_low", "1") { FromDevice = false };
    private static readonly MetricValueType AerobicHigh = new("monthly_load_aerobic_high", "1") { FromDevice = false };
    private static readonly MetricValueType Anaerobic = new("monthly_load_anaerobic", "1") { FromDevice = false };

    public static Metric Status { get; } = new()
    {
        Name = "training_status",
        Description = "Status of training (0 none, 1 detraining, 2 unproductive, 4 maintaining, 5 recovery, 6 peaking, 7 productive, 8 strained), "
            + "acute and chronic load",
        Values = [StatusCode, Acute, Chronic, Ratio, ChronicMin, ChronicMax],
    };

    public static Metric LoadBalance { get; } = new()
    {
        Name = "training_load_balance",
        Description = "Load of four weeks by kind: low aerobic, high aerobic, anaerobic",
        Detail = MetricDetail.Intraday,
        Values = [AerobicLow, AerobicHigh, Anaerobic],
    };

    /// <summary>Called weekly, but it has a row per day.</summary>
    public static MetricEndpoint Range { get; } = new(
        "training_status_range",
        // A year was answered at once.
        366,
        EndpointProof.Seen,
        Calls.Get("mobile-gateway/usersummary/trainingstatus/weekly/{from}/{to}", "the training status of a range of days"),
        new MetricAnswer(Status, DeviceRows.Lists("reportData", "weeklyTrainingStatus", "monthlyTrainingStatus"), OfStatus()));

    public static MetricEndpoint Latest { get; } = new(
        "training_status_latest",
        1,
        EndpointProof.Recorded,
        Calls.Get("mobile-gateway/usersummary/trainingstatus/latest/{day}", "the latest training status"),
        Answers());

    public static MetricEndpoint Aggregated { get; } = new(
        "training_status_aggregated",
        1,
        EndpointProof.Seen,
        Calls.Get("metrics-service/metrics/trainingstatus/aggregated/{day}", "the latest training status"),
        Answers());

    private static IReadOnlyList<MetricAnswer> Answers() =>
    [
        new(Status, DeviceRows.Single("latestTrainingStatusData", "mostRecentTrainingStatus"), OfStatus()),
        new(
            LoadBalance,
            DeviceRows.Single("metricsTrainingLoadBalanceDTOMap", "mostRecentTrainingLoadBalance"),
            new Field(AerobicLow, "monthlyLoadAerobicLow") { Details = RowDetails.Of(("feedback", "trainingBalanceFeedbackPhrase")) },
            new Field(AerobicHigh, "monthlyLoadAerobicHigh"),
            new Field(Anaerobic, "monthlyLoadAnaerobic")),
    ];

    private static IReadOnlyList<IValueSource> OfStatus() =>
    [
        new Field(StatusCode, "trainingStatus")
        {
            Details = RowDetails.Of(
                ("phrase", "trainingStatusFeedbackPhrase"), ("since", "sinceDate"), ("sport", "sport"), ("paused", "trainingPaused"),
                ("load_status", "acuteTrainingLoadDTO.acwrStatus")),
        },
        new Field(Acute, "acuteTrainingLoadDTO.dailyTrainingLoadAcute"),
        new Field(Chronic, "acuteTrainingLoadDTO.dailyTrainingLoadChronic"),
        new Field(Ratio, "acuteTrainingLoadDTO.dailyAcuteChronicWorkloadRatio"),
        new Field(ChronicMin, "acuteTrainingLoadDTO.minTrainingLoadChronic"),
        new Field(ChronicMax, "acuteTrainingLoadDTO.maxTrainingLoadChronic"),
    ];
}
