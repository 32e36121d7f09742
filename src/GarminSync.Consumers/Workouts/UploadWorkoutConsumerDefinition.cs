using GarminSync.Consumers.Sync;

namespace GarminSync.Consumers.Workouts;

/// <inheritdoc/>
internal sealed class UploadWorkoutConsumerDefinition : WorkOrderDefinition<UploadWorkoutConsumer>;
