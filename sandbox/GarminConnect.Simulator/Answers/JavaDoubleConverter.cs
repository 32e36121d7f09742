using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GarminConnect.Simulator.Answers;

/// <summary>Writes whole doubles as <c>97.0</c>, which a client that reads integers does not expect.</summary>
internal sealed class JavaDoubleConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (value == Math.Floor(value) && Math.Abs(value) < 1e7)
        {
            writer.WriteRawValue(value.ToString("F1", CultureInfo.InvariantCulture));
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }
}
