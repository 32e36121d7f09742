namespace GarminSync.Web.Api;

/// <summary>The body of a call that sends workouts. Without a day Garmin's calendar stays as it is.</summary>
internal sealed record WorkoutSync(string UserId, IReadOnlyList<string> WorkoutIds, string? ScheduleOn);
