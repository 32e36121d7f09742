using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Workouts;

namespace GarminConnect.Simulator.Admin;

/// <summary>What the athlete sees of the workouts on the website, and does to them there.</summary>
internal static class AdminWorkouts
{
    public static void MapAdminWorkouts(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/athletes/{email}/workouts", (string email, AthleteDirectory athletes) =>
            athletes.Find(email) is { } athlete ? Results.Ok(athlete.Workouts.All.Select(workout => View(athlete, workout))) : Results.NotFound());
        admin.MapDelete("/workouts/{id:long}", (long id, AthleteDirectory athletes) =>
            athletes.All.Any(athlete => athlete.Workouts.Remove(id)) ? Results.NoContent() : Results.NotFound());
    }

    private static object View(Athlete athlete, StoredWorkout workout) => new
    {
        workoutId = workout.Id,
        workoutName = workout.Name,
        days = athlete.Workouts.Between(DateOnly.MinValue, DateOnly.MaxValue).Where(day => day.Workout.Id == workout.Id).Select(day => day.Entry.Day),
    };
}
