using FitTrack.Hosting;

namespace FitTrack.Databases.Backups;

/// <summary>The note in a data folder that a restore has begun to move its parts into their places, and has not ended.</summary>
internal static class UnfinishedRestore
{
    private const string Prefix = "restore-of-";
    private const string Suffix = ".unfinished";

    public static bool IsIn(string dataFolder, string program) => File.Exists(PathOf(dataFolder, program));

    /// <summary>Makes the note; it is on the disk afterwards.</summary>
    public static void Begin(string dataFolder, string program, string archive) => PrivateFile.Replace(PathOf(dataFolder, program), $"{archive}\n", PrivateFile.OwnerOnly);

    public static void End(string dataFolder, string program) => File.Delete(PathOf(dataFolder, program));

    /// <summary>Refuses to use what half a restore left.</summary>
    /// <exception cref="StartRefusedException">There is such a note.</exception>
    public static void Refuse(string dataFolder)
    {
        if (Directory.EnumerateFiles(dataFolder, $"{Prefix}*{Suffix}").FirstOrDefault() is { } note)
        {
            throw new StartRefusedException(
                $"A restore into {dataFolder} has not ended, so that what is there may be of two moments. Run the same 'restore' again; the name of the backup is in {note}.");
        }
    }

    private static string PathOf(string dataFolder, string program) => Path.Combine(dataFolder, $"{Prefix}{program}{Suffix}");
}
