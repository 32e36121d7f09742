namespace GarminConnect.Simulator.Tests.Health;

/// <summary>Every question about health that the simulator answers.</summary>
internal static class HealthPaths
{
    public static IEnumerable<string> OfDay(string name, string day) =>
    [
        $"usersummary-service/usersummary/daily/{name}?calendarDate={day}",
        $"wellness-service/wellness/dailySummaryChart/{name}?date={day}",
        $"wellness-service/wellness/dailyHeartRate/{name}?date={day}",
        $"hrv-service/hrv/{day}",
        $"wellness-service/wellness/dailySleepData/{name}?date={day}&nonSleepBufferMinutes=60",
        $"sleep-service/sleep/dailySleepData?date={day}",
        $"sleep-service/sleep/naps/{day}?includeOverlaps=true",
        $"wellness-service/wellness/dailyStress/{day}",
        $"wellness-service/wellness/bodyBattery/events/{day}",
        $"wellness-service/wellness/daily/spo2/{day}",
        $"wellness-service/wellness/daily/spo2acclimation/{day}",
        $"wellness-service/wellness/daily/respiration/{day}",
        $"wellness-service/wellness/daily/im/{day}",
        $"wellness-service/wellness/floorsChartData/daily/{day}",
        $"usersummary-service/usersummary/hydration/daily/{day}",
        $"weight-service/weight/dayview/{day}?includeAll=true",
        $"weight-service/weight/latest?date={day}&ignorePriority=true",
        $"bloodpressure-service/bloodpressure/dayview/{day}",
        $"metrics-service/metrics/trainingreadiness/{day}",
        $"metrics-service/metrics/trainingstatus/aggregated/{day}",
        $"metrics-service/metrics/trainingstatus/daily/{day}",
        $"metrics-service/metrics/trainingloadbalance/latest/{day}",
        $"metrics-service/metrics/heataltitudeacclimation/latest/{day}",
        $"mobile-gateway/usersummary/trainingstatus/latest/{day}",
        $"metrics-service/metrics/maxmet/latest/{day}",
        $"fitnessage-service/fitnessage/{day}",
        $"metrics-service/metrics/endurancescore?calendarDate={day}",
        $"metrics-service/metrics/hillscore?calendarDate={day}",
        $"biometric-service/biometric/powerToWeight/latest/{day}?sport=Running",
    ];

    /// <summary>With the longest range that is answered; null where no limit is known.</summary>
    public static IEnumerable<(string Path, int? Cap)> OfRange(string name, string from, string to) =>
    [
        ($"usersummary-service/stats/steps/daily/{from}/{to}", 28),
        ($"usersummary-service/stats/heartRate/daily/{from}/{to}", 28),
        ($"userstats-service/wellness/daily/{name}?fromDate={from}&untilDate={to}&metricId=22&metricId=23&metricId=60", 366),
        ($"hrv-service/hrv/daily/{from}/{to}", 367),
        ($"sleep-service/stats/sleep/daily/{from}/{to}", 28),
        ($"wellness-service/stats/daily/sleep/score/{from}/{to}", 28),
        ($"usersummary-service/stats/stress/daily/{from}/{to}", 28),
        ($"wellness-service/wellness/bodyBattery/reports/daily?startDate={from}&endDate={to}", null),
        ($"usersummary-service/stats/bodybattery/daily/{from}/{to}", 28),
        ($"wellness-service/stats/daily/acclimation?fromDate={from}&untilDate={to}", null),
        ($"usersummary-service/stats/respiration/daily/{from}/{to}", 31),
        ($"usersummary-service/stats/im/daily/{from}/{to}", 28),
        ($"usersummary-service/stats/im/weekly/{from}/{to}", 364),
        ($"usersummary-service/stats/floors/daily/{from}/{to}", 28),
        ($"usersummary-service/stats/hydration/daily/{from}/{to}", 28),
        ($"weight-service/weight/range/{from}/{to}?includeAll=true", null),
        ($"weight-service/weight/dateRange?startDate={from}&endDate={to}", null),
        ($"bloodpressure-service/bloodpressure/range/{from}/{to}?includeAll=true", null),
        ($"metrics-service/metrics/trainingreadiness/{from}/{to}", null),
        ($"mobile-gateway/usersummary/trainingstatus/weekly/{from}/{to}", null),
        ($"mobile-gateway/usersummary/trainingstatus/monthly/{from}/{to}", null),
        ($"metrics-service/metrics/maxmet/daily/{from}/{to}", null),
        ($"metrics-service/metrics/maxmet/monthly/{from}/{to}", null),
        ($"metrics-service/metrics/maxmet/stats/daily/{from}/{to}", null),
        ($"metrics-service/metrics/maxmet/stats/weekly/{from}/{to}", null),
        ($"fitnessage-service/stats/daily/{from}/{to}", 29),
        ($"metrics-service/metrics/endurancescore/stats?startDate={from}&endDate={to}&aggregation=weekly", null),
        ($"metrics-service/metrics/hillscore/stats?startDate={from}&endDate={to}&aggregation=daily", null),
        ($"metrics-service/metrics/runningtolerance/stats?startDate={from}&endDate={to}&aggregation=daily", null),
        ($"metrics-service/metrics/racepredictions/daily/{name}?fromCalendarDate={from}&toCalendarDate={to}", 366),
        ($"metrics-service/metrics/racepredictions/monthly/{name}?fromCalendarDate={from}&toCalendarDate={to}", 366),
        ($"biometric-service/stats/lactateThresholdSpeed/range/{from}/{to}?sport=RUNNING&aggregation=daily&aggregationStrategy=LATEST", null),
        ($"biometric-service/stats/lactateThresholdHeartRate/range/{from}/{to}?sport=RUNNING&aggregation=daily&aggregationStrategy=LATEST", null),
        ($"biometric-service/stats/functionalThresholdPower/range/{from}/{to}?sport=RUNNING&aggregation=daily&aggregationStrategy=LATEST", null),
    ];

    public static IEnumerable<string> WithoutDates(string name) =>
    [
        $"metrics-service/metrics/racepredictions/latest/{name}",
        $"personalrecord-service/personalrecord/prs/{name}",
        "device-service/deviceregistration/devices",
        "device-service/deviceservice/mylastused",
        "biometric-service/biometric/latestLactateThreshold",
        "biometric-service/biometric/latestFunctionalThresholdPower/CYCLING",
        "biometric-service/heartRateZones",
        "usersummary-service/stats/steps/weekly/2026-06-14/52",
        "usersummary-service/stats/heartRate/weekly/2026-06-14/52",
        "usersummary-service/stats/stress/weekly/2026-06-14/52",
        "sleep-service/stats/sleep/weekly/2026-06-14/52",
    ];
}
