using System.Text.Json.Nodes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>A table of ids and keys: <c>{"stepTypeId":1,"stepTypeKey":"warmup"}</c>.</summary>
/// <param name="Name">What its rows are called: <c>stepType</c>.</param>
/// <param name="Rows">Ids and keys; where clients use two keys for an id, the first is Garmin's.</param>
internal sealed record IdTable(string Name, params IReadOnlyList<(int Id, string Key)> Rows)
{
    public IEnumerable<JsonObject> All => Rows.DistinctBy(row => row.Id).Select(row => ToJson(row.Id, row.Key));

    /// <summary>The id of a value like <c>{"stepTypeId":1,"stepTypeKey":"warmup"}</c>; the key may be left out, but not be another one's.</summary>
    /// <exception cref="WorkoutRefusedException">…</exception>
    public int Read(JsonNode? value, string where)
    {
        if (value is not JsonObject row || row.Whole($"{Name}Id") is not { } id)
        {
            throw new WorkoutRefusedException($"{where} needs a {Name}Id");
        }

        var keys = Rows.Where(known => known.Id == id).Select(known => known.Key).ToList();
        if (keys.Count == 0)
        {
            throw new WorkoutRefusedException($"{where} has {Name}Id {id}, which does not exist");
        }

        if (row.Text($"{Name}Key") is { } key && !keys.Contains(key))
        {
            throw new WorkoutRefusedException($"{where} has {Name}Key '{key}' for the id of '{keys[0]}'");
        }

        return (int)id;
    }

    /// <summary>The row as Garmin answers it.</summary>
    public JsonObject Full(JsonNode? value)
    {
        var id = (int)(value as JsonObject)!.Whole($"{Name}Id")!.Value;
        return ToJson(id, Rows.First(row => row.Id == id).Key);
    }

    private JsonObject ToJson(int id, string key) => new() { [$"{Name}Id"] = id, [$"{Name}Key"] = key, ["displayOrder"] = id };
}
