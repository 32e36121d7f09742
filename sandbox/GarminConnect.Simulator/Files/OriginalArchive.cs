using System.IO.Compression;

namespace GarminConnect.Simulator.Files;

/// <summary>The ZIP in which ORIGINAL comes. The same content gives the same bytes.</summary>
internal static class OriginalArchive
{
    public static byte[] Make(string member, byte[] content, DateTimeOffset written)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry(member, CompressionLevel.Fastest);
            entry.LastWriteTime = written;
            using var target = entry.Open();
            target.Write(content);
        }

        return stream.ToArray();
    }
}
