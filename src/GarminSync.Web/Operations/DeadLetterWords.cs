using System.Text.Encodings.Web;
using System.Text.Json;
using GarminSync.Web.Api;

namespace GarminSync.Web.Operations;

/// <summary>Dead letters as they are shown.</summary>
internal static class DeadLetterWords
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary><c>SyncRequested</c> as "Sync requested".</summary>
    public static string Type(string name) =>
        string.Concat(name.Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));

    /// <summary>The body on several lines where it is JSON.</summary>
    public static string Body(DeadLetter letter) => letter.Body is { } json ? JsonSerializer.Serialize(json, Readable) : letter.BodyText ?? "";
}
