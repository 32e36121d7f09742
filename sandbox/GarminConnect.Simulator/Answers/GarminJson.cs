using System.Text.Json;
using System.Text.Json.Serialization;

namespace GarminConnect.Simulator.Answers;

/// <summary>JSON as Garmin's services write it.</summary>
internal static class GarminJson
{
    /// <summary>For services that say <c>null</c> where there is nothing.</summary>
    public static readonly JsonSerializerOptions WithNulls = Options(JsonIgnoreCondition.Never);

    /// <summary>For services that leave out what does not apply.</summary>
    public static readonly JsonSerializerOptions WithoutNulls = Options(JsonIgnoreCondition.WhenWritingNull);

    private static JsonSerializerOptions Options(JsonIgnoreCondition ignore) => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = ignore,
        Converters = { new JavaDoubleConverter() },
    };
}
