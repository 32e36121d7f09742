namespace FitTrack.Databases.Backups;

/// <summary>A backup is not made or not restored; the message is for the person who asked for it and says what to do.</summary>
public sealed class BackupRefusedException : Exception
{
    public BackupRefusedException()
    {
    }

    public BackupRefusedException(string message)
        : base(message)
    {
    }

    public BackupRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
