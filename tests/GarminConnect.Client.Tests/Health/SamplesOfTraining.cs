namespace GarminConnect.Client.Tests.Health;

internal static class SamplesOfTraining
{
    private const string Readiness = """
        [{"calendarDate":"2026-01-28","timestamp":"2026-01-28T05:00:00.0","timestampLocal":"2026-01-28T06:00:00.0","level":"LOW","score":41,"recoveryTime":120,"inputContext":null},
         {"calendarDate":"2026-01-27","timestamp":"2026-01-27T18:00:00.0","timestampLocal":"2026-01-27T19:00:00.0","level":"LOW","score":30,"inputContext":"AFTER_POST_EXERCISE_RESET"},
         {"calendarDate":"2026-01-27","timestamp":"2026-01-27T05:30:15.0","timestampLocal":"2026-01-27T06:30:15.0","level":"HIGH","score":80,"inputContext":"AFTER_WAKEUP_RESET"},
         {"calendarDate":"2026-01-27","timestamp":"2026-01-27T01:00:00.0","timestampLocal":"2026-01-27T02:00:00.0","level":"HIGH","score":75,"inputContext":"UPDATE_REALTIME_VARIABLES"}]
        """;

    private const string ExpectedReadiness = """
        training_readiness 2026-01-27: training_readiness 80
        training_readiness 2026-01-28: training_readiness 41, recovery_time 7200
        """;

    private const string Statuses = """
        {"111":[{"calendarDate":"2026-01-27","trainingStatus":4,"primaryTrainingDevice":false,"acuteTrainingLoadDTO":{"dailyTrainingLoadAcute":1}}],
         "222":[{"calendarDate":"2026-01-26","trainingStatus":7,"primaryTrainingDevice":true,"acuteTrainingLoadDTO":null},
                {"calendarDate":"2026-01-27","trainingStatus":7,"trainingStatusFeedbackPhrase":"PRODUCTIVE_1","primaryTrainingDevice":true,
                 "acuteTrainingLoadDTO":{"dailyTrainingLoadAcute":300,"dailyTrainingLoadChronic":280}}]}
        """;

    public static IReadOnlyList<Sample> All { get; } =
    [
        new("training_readiness_day", "2026-01-28", "2026-01-28", Readiness, "training_readiness 2026-01-28: training_readiness 41, recovery_time 7200"),
        new("training_readiness_range", "2026-01-27", "2026-01-28", Readiness, ExpectedReadiness),
        new("training_readiness_graphql", "2026-01-27", "2026-01-28", $$$"""{"data":{"trainingReadinessRangeScalar":{{{Readiness}}} }}""", ExpectedReadiness),
        new("training_status_range", "2026-01-26", "2026-01-28",
            $$$$"""
            {"weeklyTrainingStatus":{"statusCode":200,"errorMessage":null,"payload":{"userId":1,"reportData":{{{{Statuses}}}} },"successful":true},
             "vo2MaxWeeklyStatistics":{"statusCode":200,"payload":{"allMetrics":{"metricsMap":{} }},"successful":true}}
            """,
            """
            training_status 2026-01-26: training_status 7
            training_status 2026-01-27: training_status 7, acute_training_load 300, chronic_training_load 280
            """),
        new("training_status_aggregated", "2026-01-27", "2026-01-27",
            """
            {"userId":1,"mostRecentVO2Max":null,"heatAltitudeAcclimationDTO":null,
             "mostRecentTrainingLoadBalance":{"metricsTrainingLoadBalanceDTOMap":{"222":{"calendarDate":"2026-01-27","monthlyLoadAerobicLow":500.5,
              "monthlyLoadAerobicHigh":400,"monthlyLoadAnaerobic":40,"primaryTrainingDevice":true}}},
             "mostRecentTrainingStatus":{"latestTrainingStatusData":{"111":null,"222":{"calendarDate":"2026-01-25","trainingStatus":7,"primaryTrainingDevice":true}}}}
            """,
            "training_load_balance 2026-01-27: monthly_load_aerobic_low 500.5, monthly_load_aerobic_high 400, monthly_load_anaerobic 40"),
        new("training_status_latest", "2026-01-27", "2026-01-27",
            """
            {"mostRecentTrainingStatus":{"statusCode":200,"payload":{"latestTrainingStatusData":{"222":{"calendarDate":"2026-01-27","trainingStatus":5}}}},
             "mostRecentTrainingLoadBalance":{"statusCode":200,"payload":null}}
            """,
            "training_status 2026-01-27: training_status 5"),
        new("vo2_max_range", "2026-01-25", "2026-01-28",
            """
            [{"userId":1,"generic":{"calendarDate":"2026-01-26","vo2MaxPreciseValue":48.6,"vo2MaxValue":49.0},"cycling":null},
             {"userId":1,"generic":{"calendarDate":"2026-01-27","vo2MaxPreciseValue":null,"vo2MaxValue":49.0},
              "cycling":{"calendarDate":"2026-01-28","vo2MaxPreciseValue":52.1,"vo2MaxValue":52.0}}]
            """,
            """
            vo2_max 2026-01-26: vo2_max 48.6
            vo2_max 2026-01-27: vo2_max 49
            vo2_max_cycling 2026-01-28: vo2_max_cycling 52.1
            """),
        new("fitness_age_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","values":{"fitnessAge":36.4,"achievableFitnessAge":33.1,"rhr":47,"bmi":22.1,"vigorousDaysAvg":2.0}}]""",
            "fitness_age 2026-01-27: fitness_age 36.4, achievable_fitness_age 33.1"),
        new("endurance_score_day", "2026-01-27", "2026-01-27",
            """{"calendarDate":"2026-01-27","overallScore":4820,"classification":1,"primaryTrainingDevice":true}""",
            "endurance_score 2026-01-27: endurance_score 4820"),
        new("endurance_score_weekly_range", "2026-01-14", "2026-01-28",
            """
            {"startDate":"2026-01-14","endDate":"2026-02-01","avg":4700,"max":4900,"groupMap":{"2026-01-12":{"groupAverage":4600,"groupMax":4650},
             "2026-01-19":{"groupAverage":4701,"groupMax":4750},"2026-01-26":{"groupAverage":4801,"groupMax":4820,"enduranceContributorDTOList":[]}}}
            """,
            """
            endurance_score_weekly 2026-01-19: endurance_score_week_average 4701, endurance_score_week_max 4750
            endurance_score_weekly 2026-01-26: endurance_score_week_average 4801, endurance_score_week_max 4820
            """),
        new("hill_score_range", "2026-01-26", "2026-01-27",
            """{"periodAvgScore":{},"maxScore":21,"hillScoreDTOList":[{"calendarDate":"2026-01-27","overallScore":20,"strengthScore":2,"enduranceScore":15}]}""",
            "hill_score 2026-01-27: hill_score 20, hill_strength_score 2, hill_endurance_score 15"),
        new("hill_score_day", "2026-01-27", "2026-01-27",
            """{"calendarDate":"2026-01-27","overallScore":20,"strengthScore":2,"enduranceScore":15}""",
            "hill_score 2026-01-27: hill_score 20, hill_strength_score 2, hill_endurance_score 15"),
        new("race_predictions_range", "2026-01-26", "2026-01-27",
            """[{"calendarDate":"2026-01-27","time5K":1500,"time10K":3150,"timeHalfMarathon":7000,"timeMarathon":14800}]""",
            "race_predictions 2026-01-27: race_prediction_5k 1500, race_prediction_10k 3150, race_prediction_half_marathon 7000, race_prediction_marathon 14800"),
    ];
}
