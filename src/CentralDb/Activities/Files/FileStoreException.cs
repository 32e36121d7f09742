namespace FitTrack.CentralDb.Activities.Files;

/// <summary>The bucket of activity files does not answer, or refuses; the message says what of it there is to say, and has no secret.</summary>
internal sealed class FileStoreException(string reason, Exception? inner = null) : IOException(reason, inner);
