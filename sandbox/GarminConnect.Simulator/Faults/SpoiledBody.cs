using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GarminConnect.Simulator.Files;

namespace GarminConnect.Simulator.Faults;

/// <summary>Lets the endpoint answer, and spoils the body on its way out. An answer other than 200 goes out as it is.</summary>
internal static class SpoiledBody
{
    /// <summary>A reset throws away what the client has not read yet.</summary>
    private static readonly TimeSpan TimeBeforeReset = TimeSpan.FromMilliseconds(200);

    public static async Task SendAsync(HttpContext context, RequestDelegate endpoint, FaultSpec spec)
    {
        var wire = context.Response.Body;
        using var whole = new MemoryStream();
        context.Response.Body = whole;
        try
        {
            await endpoint(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        var body = context.Response.StatusCode == StatusCodes.Status200OK ? Spoil(whole.ToArray(), spec) : whole.ToArray();
        context.Response.ContentLength = null;
        await wire.WriteAsync(body, context.RequestAborted);
        await wire.FlushAsync(context.RequestAborted);
        if (spec.Kind == FaultKind.CutOff)
        {
            await Task.Delay(TimeBeforeReset, TimeProvider.System, context.RequestAborted);
            context.Abort();
        }
    }

    private static byte[] Spoil(byte[] body, FaultSpec spec) => spec.Kind switch
    {
        FaultKind.CutOff or FaultKind.Truncated => body[..(body.Length / 2)],
        FaultKind.CorruptZip => Flip(body),
        FaultKind.ZipWithoutFit => OriginalArchive.Make("readme.txt", "No activity in here."u8.ToArray(), new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        FaultKind.LargeFile => Lengthen(body, spec.UnpackedBytes),
        FaultKind.PrivacyProtected => Hide(body),
        _ => Bomb(spec.UnpackedBytes),
    };

    /// <summary>FIT files may follow one another in one file. Not packed, so that nobody takes it for a bomb.</summary>
    private static byte[] Lengthen(byte[] body, long length)
    {
        using var original = new ZipArchive(new MemoryStream(body));
        using var content = new MemoryStream();
        using (var packed = original.Entries[0].Open())
        {
            packed.CopyTo(content);
        }

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        using (var entry = zip.CreateEntry(original.Entries[0].Name, CompressionLevel.NoCompression).Open())
        {
            for (var left = length; left > 0; left -= content.Length)
            {
                content.Position = 0;
                content.CopyTo(entry);
            }
        }

        return stream.ToArray();
    }

    /// <summary>What says whose and which day it is stays.</summary>
    private static byte[] Hide(byte[] body)
    {
        if (JsonNode.Parse(body) is not JsonObject summary)
        {
            return body;
        }

        foreach (var (name, value) in summary.ToList())
        {
            var stays = name is "userProfileId" or "calendarDate" or "rule" or "source" || value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;
            summary[name] = stays ? value?.DeepClone() : null;
        }

        summary["privacyProtected"] = true;
        return JsonSerializer.SerializeToUtf8Bytes(summary);
    }

    /// <summary>Changes bytes in the first half, where the packed data of a ZIP are; its directory stays readable.</summary>
    private static byte[] Flip(byte[] body)
    {
        var spoiled = body.ToArray();
        for (var i = body.Length / 4; i < Math.Min((body.Length / 4) + 64, body.Length); i++)
        {
            spoiled[i] ^= 0x5A;
        }

        return spoiled;
    }

    private static byte[] Bomb(long unpackedBytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        using (var entry = zip.CreateEntry("1_ACTIVITY.fit", CompressionLevel.Fastest).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var left = unpackedBytes; left > 0; left -= zeros.Length)
            {
                entry.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            }
        }

        return stream.ToArray();
    }
}
