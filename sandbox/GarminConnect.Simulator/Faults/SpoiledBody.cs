using System.IO.Compression;
using System.Text;
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
        _ => Bomb(spec.UnpackedBytes),
    };

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
