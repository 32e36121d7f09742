using System.Globalization;
using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>How endpoints are called.</summary>
internal static class Calls
{
    /// <param name="path">With <c>{name}</c> for the athlete, and <c>{from}</c> and <c>{to}</c> for the range or <c>{day}</c> for the one day.</param>
    /// <param name="what">What is asked for, in words, for messages.</param>
    public static Func<string, DayRange, GarminCall> Get(string path, string what) => (displayName, range) => new GarminCall(
        path.Replace("{name}", Uri.EscapeDataString(displayName), StringComparison.Ordinal)
            .Replace("{from}", Text(range.From), StringComparison.Ordinal)
            .Replace("{to}", Text(range.To), StringComparison.Ordinal)
            .Replace("{day}", Text(range.From), StringComparison.Ordinal),
        what)
    {
        Endpoint = path,
    };

    /// <param name="scalar">The name of the query that takes a first and a last day.</param>
    /// <param name="what">What is asked for, in words, for messages.</param>
    public static Func<string, DayRange, GarminCall> GraphQl(string scalar, string what) => (_, range) => new GarminCall("graphql-gateway/graphql", what)
    {
        Method = HttpMethod.Post,
        JsonBody = JsonSerializer.SerializeToUtf8Bytes(new
        {
            query = $"query{{{scalar}(startDate:\"{Text(range.From)}\",endDate:\"{Text(range.To)}\")}}",
        }),
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
