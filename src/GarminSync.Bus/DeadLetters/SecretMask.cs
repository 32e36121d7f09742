using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using GarminSync.Bus.Secrets;

namespace GarminSync.Bus.DeadLetters;

/// <summary>
/// Takes what may be a secret out of a body that is shown to a person. Ours are sealed and stay as they are; but anybody may publish anything, also a password in the
/// clear under a name that says so.
/// </summary>
internal static partial class SecretMask
{
    private const string Masked = "***";

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same JSON with the values of secret-like members replaced.</summary>
    /// <exception cref="InvalidOperationException">A text in it is not Unicode.</exception>
    public static ReadOnlyMemory<byte> InJson(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            Write(writer, json, isSecret: false);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>The same text with what follows a secret-like name replaced: for text that is no JSON, or only the beginning of some.</summary>
    public static string InText(string text)
    {
        try
        {
            return Assignment().Replace(text, found => SecretSealer.IsSealed(found.Groups["value"].Value.Trim('"', '\\')) ? found.Value : found.Groups["name"].Value + Masked);
        }
        catch (RegexMatchTimeoutException)
        {
            return Masked; // made to be hard to search
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, bool isSecret)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value, isSecret || SecretName().IsMatch(member.Name));
                }

                writer.WriteEndObject();
                break;

            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, isSecret);
                }

                writer.WriteEndArray();
                break;

            case JsonValueKind.String when isSecret && !SecretSealer.IsSealed(value.GetString()!):
            case JsonValueKind.Number when isSecret:
                writer.WriteStringValue(Masked);
                break;

            case JsonValueKind.String when LooksLikeJson(value.GetString()!):
                // A token file as a text within a message, for example.
                writer.WriteStringValue(InText(value.GetString()!));
                break;

            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static bool LooksLikeJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];

    [GeneratedRegex("passw|secret|token|ticket|authorization|cookie|credential|api[_-]?key|^(mfa)?[_-]?code$|^pwd$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        """(?<name>(passw|pwd|secret|token|ticket|authorization|cookie|credential|api[_-]?key|\bcode|mfa[_-]?code)[\w-]{0,40}\\?"?\s{0,9}[:=]\s{0,9}(bearer\s+)?)(?<value>\\?"[^"]*"?|[^\s,;&}]+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Assignment();
}
