using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers of the mobile gateway: those of several services, each in a wrapper with its own status.</summary>
internal static class TrainingStatusGateway
{
    /// <summary>In spite of its name a row for each day.</summary>
    public static object Weekly(Athlete athlete, HealthRange range) => new
    {
        weeklyTrainingStatus = Wrap($"trainingstatus/weekly/{athlete.DisplayName}", Report(athlete, range, _ => true)),
        vo2MaxWeeklyStatistics = Wrap($"maxmet/stats/daily/{range.From:yyyy-MM-dd}/{range.To:yyyy-MM-dd}", MaximalOxygenBodies.Stats(athlete, range)),
    };

    /// <summary>A row for each week: its last day.</summary>
    public static object Monthly(Athlete athlete, HealthRange range) => new
    {
        monthlyTrainingStatus = Wrap(
            $"trainingstatus/monthly/{athlete.DisplayName}",
            Report(athlete, range, day => day.Day == range.To || day.Day.DayOfWeek == DayOfWeek.Sunday)),
        vo2MaxMonthlyStatistics = Wrap($"maxmet/stats/weekly/{range.From:yyyy-MM-dd}/{range.To:yyyy-MM-dd}", MaximalOxygenBodies.Stats(athlete, range)),
    };

    public static object Latest(Athlete athlete, HealthDay day) => new
    {
        mostRecentHeatAltitudeAcclimation = Wrap($"heataltitudeacclimation/latest/{day.Day:yyyy-MM-dd}", TrainingStatusBodies.Acclimation(athlete, day)),
        mostRecentVO2Max = Wrap($"maxmet/latest/{day.Day:yyyy-MM-dd}", MaximalOxygenBodies.Latest(athlete, day)),
        mostRecentTrainingLoadBalance = Wrap($"trainingloadbalance/latest/{day.Day:yyyy-MM-dd}", TrainingStatusBodies.LoadBalance(athlete, day)),
        mostRecentTrainingStatus = Wrap($"trainingstatus/daily/{day.Day:yyyy-MM-dd}", TrainingStatusBodies.Status(athlete, day)),
    };

    private static object Report(Athlete athlete, HealthRange range, Func<HealthDay, bool> chosen)
    {
        var rows = range.Days.Where(day => day.Load is not null && chosen(day)).Select(day => TrainingStatusBodies.Row(athlete, day)).ToList();
        return new
        {
            userId = athlete.ProfileId,
            fromCalendarDate = GarminTime.Day(range.From),
            toCalendarDate = GarminTime.Day(range.To),
            showSelector = false,
            recordedDevices = rows.Count == 0 ? [] : DeviceBody.Recorded(athlete),
            reportData = rows.Count == 0 ? [] : new Dictionary<string, object> { [athlete.DeviceId.ToString()] = rows },
        };
    }

    private static object Wrap(string path, object? payload) => new
    {
        requestUrl = $"/metrics-service/metrics/{path}",
        statusCode = payload is null ? 204 : 200,
        headers = new { },
        errorMessage = (string?)null,
        payload,
        successful = true,
    };
}
