using System.Text.Json;

namespace GarminSync.Consumers.HealthMetrics;

/// <summary>What an answer says about one day.</summary>
internal readonly record struct DayRow(DateOnly Day, JsonElement Content);
