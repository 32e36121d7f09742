using System.Text.Json;

namespace GarminConnect.Client.Health;

/// <summary>What an answer says about one day.</summary>
internal readonly record struct DayRow(DateOnly Day, JsonElement Content);
