using System.Globalization;
using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Health;

/// <summary>
/// Ways to map a question about a day or about a range of days. An answer that is null is sent as 204. Plain request delegates: building a hundred
/// route handlers would double the time in which the simulator starts.
/// </summary>
internal static class HealthRoutes
{
    private const int MostWeeks = 52;

    /// <summary>A question without a date.</summary>
    public static void MapQuestion(this IEndpointRouteBuilder routes, string pattern, Func<Athlete, object?> answer) =>
        Map(routes, pattern, (_, athlete) => Answer(answer(athlete)));

    /// <summary>A question about the day <c>{date}</c> of the path, or of the query.</summary>
    public static void MapDay(this IEndpointRouteBuilder routes, string pattern, Func<Athlete, HealthDay, object?> answer, string date = "date") =>
        Map(routes, pattern, (context, athlete) => Date(context, date) is { } day ? Answer(answer(athlete, athlete.Health.Day(day))) : NotADate(date));

    /// <summary>A question about the days from <c>{from}</c> to <c>{to}</c>, both included, of the path or of the query.</summary>
    /// <param name="routes">Where to map it.</param>
    /// <param name="pattern">The path.</param>
    /// <param name="cap">The most days that Garmin answers; null where no limit was met.</param>
    /// <param name="answer">Makes the body.</param>
    /// <param name="from">The parameter with the first day.</param>
    /// <param name="to">The parameter with the last day.</param>
    public static void MapRange(
        this IEndpointRouteBuilder routes, string pattern, int? cap, Func<Athlete, HealthRange, object?> answer, string from = "from", string to = "to") =>
        Map(routes, pattern, (context, athlete) => AnswerRange(context, athlete, cap, answer, from, to));

    /// <summary>The same, with an answer that depends on more of the query.</summary>
    public static void MapRange(
        this IEndpointRouteBuilder routes, string pattern, int? cap, Func<IQueryCollection, Athlete, HealthRange, object?> answer, string from, string to) =>
        Map(routes, pattern, (context, athlete) => AnswerRange(context, athlete, cap, (_, range) => answer(context.Request.Query, athlete, range), from, to));

    /// <summary>A question about so many weeks, of which the last ends on <c>{to}</c>; the newest week comes last.</summary>
    public static void MapWeeks(this IEndpointRouteBuilder routes, string pattern, Func<Athlete, HealthRange, object> answer) =>
        Map(routes, pattern + "/{to}/{weeks:int}", (context, athlete) =>
        {
            if (Date(context, "to") is not { } last)
            {
                return NotADate("to");
            }

            return !int.TryParse(Text(context, "weeks"), CultureInfo.InvariantCulture, out var weeks) || weeks is < 1 or > MostWeeks
                ? GarminAnswers.BadRequest($"The number of weeks must be between 1 and {MostWeeks}")
                : Answer(Enumerable.Range(0, weeks).Reverse()
                    .Select(back => new HealthRange(athlete.Health, last.AddDays((-7 * back) - 6), last.AddDays(-7 * back)))
                    .Where(week => week.Days.Any(day => day.Measured))
                    .Select(week => answer(athlete, week)).ToList());
        });

    private static IResult Answer(object? body) => body switch
    {
        null => Results.NoContent(),
        IResult result => result,
        _ => GarminAnswers.Full(body),
    };

    public static DateOnly? Parse(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static IResult AnswerRange(HttpContext context, Athlete athlete, int? cap, Func<Athlete, HealthRange, object?> answer, string from, string to)
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

    /// <summary>Another athlete's display name is forbidden; none at all means the caller.</summary>
    private static void Map(IEndpointRouteBuilder routes, string pattern, Func<HttpContext, Athlete, IResult> answer) => routes.MapGet(pattern, context =>
    {
        var athlete = context.Features.Get<Caller>()!.Athlete;
        var foreign = context.GetRouteValue("displayName") is string { Length: > 0 } name && name != athlete.DisplayName;
        return (foreign ? GarminAnswers.Forbidden() : answer(context, athlete)).ExecuteAsync(context);
    });

    private static DateOnly? Date(HttpContext context, string name) => Parse(Text(context, name));

    private static string? Text(HttpContext context, string name) =>
        context.GetRouteValue(name) as string ?? (context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null);

    private static IResult NotADate(string name) => GarminAnswers.BadRequest($"{name} must be a date of the form 2026-01-27");
}
