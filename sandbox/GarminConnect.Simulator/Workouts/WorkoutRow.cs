using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;

namespace GarminConnect.Simulator.Workouts;

/// <summary>A row of the list of workouts.</summary>
internal static class WorkoutRow
{
    public static object Of(Athlete athlete, StoredWorkout workout) => new
    {
        workoutId = workout.Id,
        ownerId = athlete.ProfileId,
        workoutName = workout.Name,
        description = workout.Body.Text("description"),
        updateDate = GarminTime.Iso(workout.Updated.UtcDateTime),
        createdDate = GarminTime.Iso(workout.Created.UtcDateTime),
        sportType = WorkoutTables.Sports.Full(workout.Body["sportType"]),
        trainingPlanId = (long?)null,
        author = WorkoutAuthor.Of(athlete),
        estimatedDurationInSecs = workout.Body["estimatedDurationInSecs"]?.DeepClone(),
        estimatedDistanceInMeters = (double?)null,
        estimateType = (string?)null,
        estimatedDistanceUnit = new { unitId = (int?)null, unitKey = (string?)null, factor = (double?)null },
        poolLength = workout.Body.Number("poolLength") ?? 0,
        poolLengthUnit = workout.Body["poolLengthUnit"]?.DeepClone(),
        workoutProvider = (string?)null,
        workoutSourceId = (string?)null,
        consumer = (string?)null,
        atpPlanId = (long?)null,
        workoutNameI18nKey = (string?)null,
        descriptionI18nKey = (string?)null,
        workoutThumbnailUrl = (string?)null,
        shared = false,
        estimated = false,
    };
}
