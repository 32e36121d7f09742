using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about endurance and hill score; 204 for a day without.</summary>
internal static class ScoreBodies
{
    private static readonly int[] EnduranceLimits = [5100, 5800, 6600, 7300, 8100, 8800];

    public static object? Endurance(Athlete athlete, HealthDay day) => day.Fitness?.EnduranceScore is not { } score ? null : new
    {
        userProfilePK = athlete.ProfileId,
        deviceId = athlete.DeviceId,
        calendarDate = GarminTime.Day(day.Day),
        overallScore = score,
        classification = 1 + EnduranceLimits.Count(limit => score >= limit),
        feedbackPhrase = 30,
        primaryTrainingDevice = true,
        gaugeLowerLimit = 3570,
        classificationLowerLimitIntermediate = EnduranceLimits[0],
        classificationLowerLimitTrained = EnduranceLimits[1],
        classificationLowerLimitWellTrained = EnduranceLimits[2],
        classificationLowerLimitExpert = EnduranceLimits[3],
        classificationLowerLimitSuperior = EnduranceLimits[4],
        classificationLowerLimitElite = EnduranceLimits[5],
        gaugeUpperLimit = 10560,
        contributors = Contributors,
    };

    /// <summary>Weeks, counted back from the last day: the first may begin before the range.</summary>
    public static object EnduranceStats(Athlete athlete, HealthRange range)
    {
        var weeks = new List<(DateOnly From, List<int> Scores)>();
        for (var to = range.To; to >= range.From; to = to.AddDays(-7))
        {
            var scores = new HealthRange(athlete.Health, to.AddDays(-6), to).Days.Select(day => day.Fitness?.EnduranceScore).OfType<int>().ToList();
            if (scores.Count > 0)
            {
                weeks.Insert(0, (to.AddDays(-6), scores));
            }
        }

        var all = weeks.SelectMany(week => week.Scores).ToList();
        return new
        {
            userProfilePK = athlete.ProfileId,
            startDate = GarminTime.Day(range.From),
            endDate = GarminTime.Day(range.To),
            avg = all.Count == 0 ? (int?)null : (int)Math.Round(all.Average()),
            max = all.Count == 0 ? (int?)null : all.Max(),
            groupMap = weeks.ToDictionary(week => GarminTime.Day(week.From), week => (object)new
            {
                groupAverage = (int)Math.Round(week.Scores.Average()),
                groupMax = week.Scores.Max(),
                enduranceContributorDTOList = Contributors,
            }),
            enduranceScoreDTO = range.Days.LastOrDefault(day => day.Fitness?.EnduranceScore is not null) is { } last ? Endurance(athlete, last) : null,
        };
    }

    public static object? Hill(Athlete athlete, HealthDay day) => day.Fitness is not { HillScore: { } score } fitness ? null : new
    {
        userProfilePK = athlete.ProfileId,
        deviceId = athlete.DeviceId,
        calendarDate = GarminTime.Day(day.Day),
        strengthScore = fitness.HillStrength,
        enduranceScore = fitness.HillEndurance,
        hillScoreClassificationId = 1,
        overallScore = score,
        hillScoreFeedbackPhraseId = 4,
        vo2Max = Math.Round(fitness.MaximalOxygen, MidpointRounding.AwayFromZero),
        vo2MaxPreciseValue = fitness.MaximalOxygen,
        primaryTrainingDevice = true,
    };

    public static object HillStats(Athlete athlete, HealthRange range)
    {
        var days = range.Days.Where(day => day.Fitness?.HillScore is not null).ToList();
        return new
        {
            userProfilePK = athlete.ProfileId,
            startDate = GarminTime.Day(range.From),
            endDate = GarminTime.Day(range.To),
            periodAvgScore = days.Count == 0
                ? []
                : new Dictionary<string, int> { [GarminTime.Day(range.From)] = (int)Math.Round(days.Average(day => day.Fitness!.HillScore!.Value)) },
            maxScore = days.Max(day => day.Fitness!.HillScore),
            hillScoreDTOList = days.Select(day => Hill(athlete, day)),
        };
    }

    private static IReadOnlyList<object> Contributors { get; } =
    [
        new { activityTypeId = (int?)9, group = (int?)null, contribution = 43.02 },
        new { activityTypeId = (int?)null, group = (int?)0, contribution = 56.98 },
    ];
}
