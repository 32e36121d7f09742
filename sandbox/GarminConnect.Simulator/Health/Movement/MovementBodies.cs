using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Health;

/// <summary>The answers about steps and floors.</summary>
internal static class MovementBodies
{
    public const int WeekGoalMinutes = 150;
    public const int FloorGoal = 10;

    /// <summary>A day on which the device was not worn has a row without steps.</summary>
    public static object Steps(Athlete athlete, HealthRange range) => athlete.Health.Device == HealthDevice.None ? [] : range.Days.Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        totalSteps = day.Movement?.Steps,
        totalDistance = day.Movement?.DistanceMeters,
        stepGoal = athlete.Health.Physique.StepGoal,
    }).ToList();

    public static object StepsOfWeek(Athlete athlete, HealthRange week)
    {
        var days = week.Measured.Select(day => day.Movement!).ToList();
        return new
        {
            calendarDate = GarminTime.Day(week.From),
            values = new
            {
                totalSteps = (double)days.Sum(day => day.Steps),
                averageSteps = days.Average(day => day.Steps),
                wellnessDataDaysCount = days.Count,
                averageDistance = days.Average(day => day.DistanceMeters),
                totalDistance = (double)days.Sum(day => day.DistanceMeters),
            },
        };
    }

    /// <summary>The quarters of an hour. Of a day in slow storage they are there, and empty.</summary>
    public static object StepChart(Athlete athlete, HealthDay day)
    {
        var archived = athlete.Health.Archive.Has(day);
        return (day.Movement?.Quarters ?? []).Select(quarter => new
        {
            startGMT = Envelope.Gmt(quarter.Start),
            endGMT = Envelope.Gmt(quarter.End),
            steps = archived ? 0 : quarter.Steps,
            pushes = 0,
            primaryActivityLevel = archived ? "none" : quarter.Level,
            activityLevelConstant = true,
        });
    }

    public static object Floors(Athlete athlete, HealthRange range) => range.Measured.Select(day => new
    {
        calendarDate = GarminTime.Day(day.Day),
        values = new
        {
            wellnessFloorsAscended = (double)day.Movement!.FloorsAscended,
            wellnessFloorsDescended = (double)day.Movement.FloorsDescended,
            wellnessUserFloorsAscendedGoal = (double)FloorGoal,
        },
    });

    public static object FloorChart(Athlete athlete, HealthDay day)
    {
        var quarters = athlete.Health.Archive.Has(day) ? [] : day.Movement?.Quarters ?? [];
        var body = Envelope.OfMeasured(athlete, day, new
        {
            floorsValueDescriptorDTOList = Descriptors.Of(
                "floorsValueDescriptorIndex",
                "floorsValueDescriptorKey",
                quarters.Count == 0 ? [] : ["startTimeGMT", "endTimeGMT", "floorsAscended", "floorsDescended"]),
            floorValuesArray = quarters.Where(quarter => quarter.FloorsAscended + quarter.FloorsDescended > 0)
                .Select(quarter => new object[] { Envelope.Gmt(quarter.Start), Envelope.Gmt(quarter.End), quarter.FloorsAscended, quarter.FloorsDescended }),
        });
        body.Remove("userProfilePK");
        body.Remove("calendarDate");
        return body;
    }
}
