using System.Globalization;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Workouts;

/// <summary>The days of workouts, and the calendar that shows them.</summary>
internal static class ScheduleEndpoints
{
    private const string One = "/workout-service/schedule/{id:long}";
    private const string Month = "/calendar-service/year/{year:int}/month/{month:int}";

    public static void MapSchedule(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(One, ScheduleAsync);
        routes.MapGet(One, (Caller caller, long id) => Answer(caller, caller.Athlete.Workouts.FindSchedule(id)));
        routes.MapDelete(One, (Caller caller, long id) => caller.Athlete.Workouts.Unschedule(id) ? Results.NoContent() : GarminAnswers.NotFound());
        routes.MapGet(Month, ShowMonth);
        routes.MapGet(Month + "/day/{day:int}/start/{start:int}", ShowWeek);
    }

    private static async Task<IResult> ScheduleAsync(HttpRequest request, Caller caller, long id, TimeProvider clock)
    {
        var body = await request.ReadObjectAsync();
        return DateOnly.TryParseExact(body.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Answer(caller, caller.Athlete.Workouts.Schedule(id, day, clock.GetUtcNow()))
            : throw new WorkoutRefusedException("date must be a day, YYYY-MM-DD");
    }

    private static IResult ShowMonth(Caller caller, int year, int month)
    {
        if (year is < 1 or > 9998 || month is < 0 or > 11)
        {
            throw new WorkoutRefusedException("the month goes from 0 to 11");
        }

        var first = new DateOnly(year, month + 1, 1);
        return GarminAnswers.Full(new
        {
            startDayOfMonth = (int)first.DayOfWeek,
            numOfDaysInMonth = DateTime.DaysInMonth(year, month + 1),
            numOfDaysInPrevMonth = first.AddDays(-1).Day,
            month,
            year,
            calendarItems = CalendarItem.All(caller.Athlete, first, first.AddMonths(1).AddDays(-1)),
        });
    }

    private static IResult ShowWeek(Caller caller, int year, int month, int day, int start)
    {
        if (year is < 2 or > 9998 || month is < 0 or > 11 || day < 1 || day > DateTime.DaysInMonth(year, month + 1) || start is < 0 or > 6)
        {
            throw new WorkoutRefusedException("there is no such day; the month goes from 0 to 11, and start is a day of the week");
        }

        var within = new DateOnly(year, month + 1, day);
        var first = within.AddDays(-(((int)within.DayOfWeek - start + 7) % 7));
        return GarminAnswers.Full(new
        {
            startDate = $"{first:yyyy-MM-dd}",
            endDate = $"{first.AddDays(6):yyyy-MM-dd}",
            numOfDaysInMonth = DateTime.DaysInMonth(year, month + 1),
            calendarItems = CalendarItem.All(caller.Athlete, first, first.AddDays(6)),
        });
    }

    private static IResult Answer(Caller caller, ScheduledWorkout? entry) =>
        entry is null || caller.Athlete.Workouts.Find(entry.WorkoutId) is not { } workout
            ? GarminAnswers.NotFound()
            : GarminAnswers.Full(new
            {
                workoutScheduleId = entry.Id,
                workout = WorkoutRow.Of(caller.Athlete, workout),
                calendarDate = $"{entry.Day:yyyy-MM-dd}",
                createdDate = $"{entry.Created:yyyy-MM-dd}",
                ownerId = caller.Athlete.ProfileId,
                associatedActivityId = (long?)null,
            });
}
