using System.Globalization;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>Ways to map a question about a day or about a range of days. An answer that is null is sent as 204.</summary>
internal static class HealthRoutes
{
    /// <summary>A question about the day <c>{date}</c> of the path, or of the query.</summary>
    public static void MapDay(this IEndpointRouteBuilder routes, string pattern, Func<Athlete, HealthDay, object?> answer, string date = "date") =>
        routes.MapGet(pattern, (HttpContext context, Caller caller) =>
            Date(context, date) is { } day ? Answer(answer(caller.Athlete, caller.Athlete.Health.Day(day))) : NotADate(date));

    /// <summary>A question about the days from <c>{from}</c> to <c>{to}</c>, both included, of the path or of the query.</summary>
    /// <param name="routes">Where to map it.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="cap">The most days that Garmin answers; null where no limit was met.</param>
    /// <param name="answer">Makes the body.</param>
    /// <param name="from">The parameter with the first day.</param>
    /// <param name="to">The parameter with the last day.</param>
    public static void MapRange(
        this IEndpointRouteBuilder routes, string pattern, int? cap, Func<Athlete, HealthRange, object?> answer, string from = "from", string to = "to") =>
        routes.MapGet(pattern, (HttpContext context, Caller caller) => AnswerRange(context, caller.Athlete, cap, answer, from, to));

    /// <summary>A question about so many weeks, of which the last ends on <c>{to}</c>; the newest week comes last.</summary>
    public static void MapWeeks(this IEndpointRouteBuilder routes, string pattern, Func<Athlete, HealthRange, object> answer) =>
        routes.MapGet(pattern + "/{to}/{weeks:int}", (HttpContext context, Caller caller, int weeks) =>
        {
            if (Date(context, "to") is not { } last)
            {
                return NotADate("to");
            }

            return weeks is < 1 or > 52
                ? GarminAnswers.BadRequest("The number of weeks must be between 1 and 52")
                : Answer(Enumerable.Range(0, weeks).Reverse()
                    .Select(back => new HealthRange(caller.Athlete.Health, last.AddDays((-7 * back) - 6), last.AddDays(-7 * back)))
                    .Where(week => week.Days.Any(day => day.Measured))
                    .Select(week => answer(caller.Athlete, week)).ToList());
        });

    public static IResult Answer(object? body) => body switch
    {
        null => Results.NoContent(),
        IResult result => result,
        _ => GarminAnswers.Full(body),
    };

    public static DateOnly? Parse(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static IResult AnswerRange(HttpContext context, Athlete athlete, int? cap, Func<Athlete, HealthRange, object?> answer, string from, string to)
    {
        if (Date(context, from) is not { } first)
        {
            return NotADate(from);
        }

        // The last day may be left out of a query, and is then the first.
        var last = Date(context, to);
        if (last is null && Text(context, to) is not null)
        {
            return NotADate(to);
        }

        var range = new HealthRange(athlete.Health, first, last ?? first);
        return range.Mistake(cap) is { } mistake ? GarminAnswers.BadRequest(mistake) : Answer(answer(athlete, range));
    }

    private static DateOnly? Date(HttpContext context, string name) => Parse(Text(context, name));

    private static string? Text(HttpContext context, string name) =>
        context.GetRouteValue(name) as string ?? (context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null);

    private static IResult NotADate(string name) => GarminAnswers.BadRequest($"{name} must be a date of the form 2026-01-27");
}
