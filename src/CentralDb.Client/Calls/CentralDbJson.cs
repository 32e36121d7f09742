using System.Text.Json;
using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>How CentralDB's JSON is written and, more liberally, read.</summary>
internal static class CentralDbJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new TextOrNumberJson(), new UtcTimeJson() },
    };
}
