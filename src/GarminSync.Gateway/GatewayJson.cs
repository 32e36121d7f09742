using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GarminSync.Gateway;

/// <summary>How the gateway writes JSON.</summary>
internal static class GatewayJson
{
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;

        // A number is a number, and the OpenAPI document says so.
        options.NumberHandling = JsonNumberHandling.Strict;

        // Answers are application/json with nosniff and never part of HTML, so names and details may stay readable in a terminal.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
