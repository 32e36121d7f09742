using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GarminSync.Consumers.Workouts;

internal sealed class UploadedWorkoutConfiguration : IEntityTypeConfiguration<UploadedWorkout>
{
    public void Configure(EntityTypeBuilder<UploadedWorkout> builder)
    {
        builder.ToTable("uploaded_workout");
        builder.HasKey(workout => new { workout.UserId, workout.WorkoutId });
        builder.Property(workout => workout.State).HasConversion<string>();
    }
}
