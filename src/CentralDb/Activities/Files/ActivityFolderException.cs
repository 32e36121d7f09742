namespace FitTrack.CentralDb.Activities.Files;

/// <summary>The activity folder is full, gone or write-protected; kept apart from the I/O errors of a request that breaks off.</summary>
internal sealed class ActivityFolderException(Exception inner) : Exception(inner.Message, inner)
{
    public static T Guard<T>(Func<T> onDisk)
    {
        try
        {
            return onDisk();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ActivityFolderException(exception);
        }
    }

    public static async Task GuardAsync(Func<ValueTask> onDisk)
    {
        try
        {
            await onDisk();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ActivityFolderException(exception);
        }
    }
}
