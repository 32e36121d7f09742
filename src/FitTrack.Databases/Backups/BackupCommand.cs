using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using FitTrack.Hosting;
using Microsoft.Extensions.Options;

namespace FitTrack.Databases.Backups;

/// <summary><c>backup</c> and <c>restore</c> as commands of a program: they take the options of the service, and do not start it.</summary>
public static class BackupCommand
{
    private const string Replace = "--replace";

    /// <summary>Whether the command line asks for one of the two.</summary>
    public static bool IsAskedFor(string[] args) => args is ["backup" or "restore", ..];

    /// <summary>Runs the command, and says on the console what came of it.</summary>
    /// <param name="args">The command line: the command, the file, options.</param>
    /// <param name="open">Says what the program keeps, by the options.</param>
    /// <returns>The exit code: 0 when it was done, 1 when it was not, and nothing has changed.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], BackupSubject> open)
    {
        if (args is not [var command, { Length: > 0 } path, .. var options] || path.StartsWith('-'))
        {
            return await RefuseAsync(
                $"Use 'backup FILE' for a backup (into a folder, when FILE is one), and 'restore FILE' to restore it into an empty place, with {Replace} into one that is not. The options of the service follow.");
        }

        using var end = new CancellationTokenSource();
        using var interrupted = OnSignal(PosixSignal.SIGINT, end);
        using var terminated = OnSignal(PosixSignal.SIGTERM, end);
        try
        {
            await using var subject = open([.. options.Where(option => option != Replace)]);
            path = Path.GetFullPath(path);
            return await (command == "backup" ? BackUpAsync(subject, path, end.Token) : RestoreAsync(subject, path, options.Contains(Replace, StringComparer.Ordinal), end.Token));
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return await RefuseAsync($"The {command} was cancelled, and nothing has changed.");
        }
        catch (Exception exception) when (Reason(exception) is { } reason)
        {
            return await RefuseAsync($"No {command}. {reason}");
        }
    }

    private static async Task<int> BackUpAsync(BackupSubject subject, string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            path = Path.Combine(path, $"{subject.Program}-{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.zip");
        }

        var maker = new BackupMaker(TimeProvider.System);
        var manifest = await maker.RunAsync(subject, path, cancellationToken);
        foreach (var lost in maker.Lost)
        {
            await Console.Error.WriteLineAsync($"{lost} is not there, though the database points at it. Sync that activity again with force.");
        }

        foreach (var absent in subject.Stores.Where(store => !manifest.Stores.Any(backedUp => backedUp.Name == store.Name)))
        {
            await Console.Error.WriteLineAsync($"{absent.Title} is not kept here, and not in the backup: back it up where it runs.");
        }

        await Console.Out.WriteLineAsync($"{path} has {Describe(manifest)}. It has health data, and no sealing key: keep that apart.");
        return 0;
    }

    private static async Task<int> RestoreAsync(BackupSubject subject, string path, bool replace, CancellationToken cancellationToken)
    {
        var manifest = await BackupRestorer.RunAsync(subject, path, replace, cancellationToken);
        await Console.Out.WriteLineAsync($"Restored from {manifest.MadeAt:u}: {Describe(manifest)}. The service needs the sealing key of that time; what came since is fetched again by the next syncs.");
        return 0;
    }

    private static string Describe(BackupManifest manifest) => string.Join(" and ", manifest.Stores.Select(store =>
        string.Create(CultureInfo.InvariantCulture, $"{store.Name} with {store.Files().Count()} files ({store.Entries.Sum(entry => entry.Size):N0} bytes)")));

    // Ctrl-C, and what container engines send.
    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource end) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        end.Cancel();
    });

    // What the libraries say of a database has no password in it; of a connection string it might, and that is validated before.
    private static string? Reason(Exception exception) => exception switch
    {
        BackupRefusedException or StartRefusedException or OptionsValidationException or IOException or UnauthorizedAccessException => exception.Message,
        _ when exception.GetBaseException() is DbException or IOException or TimeoutException or System.Net.Sockets.SocketException => $"The database or a file cannot be used: {exception.GetBaseException().Message}",
        InvalidOperationException => exception.Message,
        _ => null,
    };

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
