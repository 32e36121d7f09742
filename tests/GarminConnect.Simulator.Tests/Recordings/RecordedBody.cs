using System.Text.Json;

namespace GarminConnect.Simulator.Tests.Recordings;

/// <summary>A recorded answer.</summary>
/// <param name="Request">Path and query of the request.</param>
/// <param name="Content">Its JSON.</param>
/// <param name="IsShape">Whether its numbers were replaced, so that they tell no unit.</param>
internal sealed record RecordedBody((string Path, string Query) Request, JsonElement Content, bool IsShape);
