using System.IO.Compression;

namespace GarminConnect.Client;

/// <summary>
/// The ZIP in which Garmin keeps what was uploaded. It comes from outside: its members are counted and measured, and their paths never used.
/// </summary>
internal static class ActivityArchive
{
    private const int FitHeadLength = 12;

    // Below this no ratio is suspicious: a small file of zeros.
    private const long AlwaysAllowedBytes = 1024 * 1024;

    private static readonly (string Extension, ActivityFileFormat Format)[] Formats =
        [(".fit", ActivityFileFormat.Fit), (".tcx", ActivityFileFormat.Tcx), (".gpx", ActivityFileFormat.Gpx)];

    /// <exception cref="ActivityFileUnusableException">It is cut off, too large, or holds no activity.</exception>
    public static async Task<ActivityFile> UnpackAsync(TemporaryFile archive, GarminOptions limits, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(
                archive.OpenRead(), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellationToken);
            if (zip.Entries.Count > limits.MaxArchiveEntries)
            {
                throw new ActivityFileUnusableException(
                    ActivityFileProblem.TooLarge, $"the ZIP has {zip.Entries.Count} members, more than the limit of {limits.MaxArchiveEntries}");
            }

            foreach (var (extension, format) in Formats)
            {
                var members = new List<ZipArchiveEntry>();
                foreach (var member in zip.Entries.Where(member => member.FullName.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
                {
                    if (format != ActivityFileFormat.Fit || await IsFitAsync(member, cancellationToken))
                    {
                        members.Add(member);
                    }
                }

                if (members.Count > 0)
                {
                    return await ExtractAsync(members, format, limits, cancellationToken);
                }
            }

            throw new ActivityFileUnusableException(ActivityFileProblem.NotAnActivity, "the ZIP holds no FIT, TCX or GPX file");
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw Damaged();
        }
    }

    private static async Task<bool> IsFitAsync(ZipArchiveEntry member, CancellationToken cancellationToken)
    {
        var head = new byte[FitHeadLength];
        await using var content = await member.OpenAsync(cancellationToken);
        var length = await content.ReadAtLeastAsync(head, FitHeadLength, throwOnEndOfStream: false, cancellationToken);
        return length == FitHeadLength && head.AsSpan(8).SequenceEqual(".FIT"u8);
    }

    /// <summary>The first one with the others as its <see cref="ActivityFile.Further"/>. What is there twice is taken once.</summary>
    private static async Task<ActivityFile> ExtractAsync(
        List<ZipArchiveEntry> members, ActivityFileFormat format, GarminOptions limits, CancellationToken cancellationToken)
    {
        var files = new List<ActivityFile>();
        try
        {
            foreach (var member in members)
            {
                // The limit is for all of them together.
                var left = limits.MaxUnpackedBytes - files.Sum(file => file.Length);
                var file = await ExtractAsync(member, format, left, limits, cancellationToken);
                if (files.Exists(other => other.Sha256 == file.Sha256))
                {
                    await file.DisposeAsync();
                }
                else
                {
                    files.Add(file);
                }
            }

            return files[0].With(files[1..]);
        }
        catch
        {
            foreach (var file in files)
            {
                await file.DisposeAsync();
            }

            throw;
        }
    }

    private static async Task<ActivityFile> ExtractAsync(
        ZipArchiveEntry member, ActivityFileFormat format, long left, GarminOptions limits, CancellationToken cancellationToken)
    {
        var file = new TemporaryFile();
        try
        {
            var limit = Math.Min(left, Math.Max(AlwaysAllowedBytes, member.CompressedLength * limits.MaxCompressionRatio));
            await using var content = await member.OpenAsync(cancellationToken);
            var checksums = await LimitedCopy.RunAsync(content, file.Content, limit, "the unpacked file", cancellationToken);
            return file.Length == member.Length && checksums.Crc32 == member.Crc32
                ? new ActivityFile(file, format, checksums.Sha256)
                : throw Damaged();
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static ActivityFileUnusableException Damaged() => new(ActivityFileProblem.Damaged, "the ZIP from Garmin Connect is cut off or damaged");
}
