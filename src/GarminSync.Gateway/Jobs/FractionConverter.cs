using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GarminSync.Gateway.Jobs;

/// <summary>Writes 0 as <c>0.0</c> and 1 as <c>1.0</c>, so that languages that tell integers from floats by their text always see a float.</summary>
internal sealed class FractionConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString("0.0###", CultureInfo.InvariantCulture));
}
