using System.Text.Json.Serialization;

namespace GarminConnect.Simulator.Activities;

/// <summary>The body of an edit: what is left out stays.</summary>
internal sealed record ActivityEdit
{
    public long? ActivityId { get; init; }

    public string? ActivityName { get; init; }

    public string? Description { get; init; }

    [JsonPropertyName("activityTypeDTO")]
    public TypeReference? ActivityTypeDto { get; init; }

    public Activity Apply(Activity activity) => activity with
    {
        Name = ActivityName ?? activity.Name,
        Description = Description ?? activity.Description,
        TypeId = ActivityTypes.Find(ActivityTypeDto?.TypeKey)?.TypeId ?? activity.TypeId,
    };

    internal sealed record TypeReference(string? TypeKey);
}
