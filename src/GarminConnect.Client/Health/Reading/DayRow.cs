using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>What an answer says about one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Content">Has the values.</param>
/// <param name="Doubt">Why a row without values cannot be taken for a day without data; null when it can.</param>
internal readonly record struct DayRow(DateOnly Day, JsonElement Content, string? Doubt = null);
