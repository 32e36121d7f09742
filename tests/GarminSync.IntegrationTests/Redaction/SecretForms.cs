using System.Buffers.Text;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GarminSync.IntegrationTests.Redaction;

/// <summary>The forms in which a piece of text may turn up in a log, a message or a file.</summary>
internal static partial class SecretForms
{
    private static readonly JsonSerializerOptions RelaxedJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<(string Form, string Text)> Of(string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(piece);
        var wide = Encoding.Unicode.GetBytes(piece);
        return [.. Escaped(piece), .. Hex(bytes), .. Base64(bytes), .. Hex(wide), .. Base64(wide)];
    }

    private static IEnumerable<(string Form, string Text)> Escaped(string piece)
    {
        var json = JsonEncodedText.Encode(piece).ToString();
        var url = Uri.EscapeDataString(piece);
        yield return ("plain", piece);
        yield return ("JSON", json);
        yield return ("JSON", JsonEscape().Replace(json, escape => escape.Value.ToLowerInvariant()));
        yield return ("JSON", JsonSerializer.Serialize(piece, RelaxedJson)[1..^1]);
        yield return ("URL", url);
        yield return ("URL", UrlEscape().Replace(url, escape => escape.Value.ToLowerInvariant()));
        yield return ("form", WebUtility.UrlEncode(piece));
        yield return ("HTML", WebUtility.HtmlEncode(piece));
    }

    private static IEnumerable<(string Form, string Text)> Hex(byte[] bytes)
    {
        yield return ("hex", Convert.ToHexString(bytes));
        yield return ("hex", Convert.ToHexStringLower(bytes));
        yield return ("hex", BitConverter.ToString(bytes));
        yield return ("percent", "%" + BitConverter.ToString(bytes).Replace('-', '%'));
    }

    /// <summary>As a part of something longer: behind 0, 1 or 2 other bytes of a group, without the characters that depend on what stands beside it.</summary>
    private static IEnumerable<(string Form, string Text)> Base64(byte[] bytes)
    {
        for (var before = 0; before < 3; before++)
        {
            byte[] shifted = [.. new byte[before], .. bytes];
            var first = (int)Math.Ceiling(before * 8 / 6.0);
            var end = shifted.Length * 8 / 6;
            var base64 = Convert.ToBase64String(shifted)[first..end];
            yield return ("base64", base64);
            yield return ("base64", JsonEncodedText.Encode(base64).ToString());
            yield return ("base64", Uri.EscapeDataString(base64));
            yield return ("base64url", Base64Url.EncodeToString(shifted)[first..end]);
        }
    }

    [GeneratedRegex(@"\\u[0-9A-F]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JsonEscape();

    [GeneratedRegex("%[0-9A-F]{2}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UrlEscape();
}
