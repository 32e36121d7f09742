using System.IO.Compression;
using System.Text.Json;

namespace GarminConnect.Simulator.Tests.Files;

/// <summary>Downloads of activity files.</summary>
internal static class Downloads
{
    public static Task<HttpResponseMessage> OriginalAsync(this HttpClient api, long id) =>
        api.GetAsync($"download-service/files/activity/{id}", HttpCompletionOption.ResponseHeadersRead, TestSimulator.Cancel);

    /// <summary>The name and the bytes of the one member of the ZIP.</summary>
    public static async Task<(string Name, byte[] Bytes)> MemberAsync(this HttpClient api, long id)
    {
        using var answer = await api.OriginalAsync(id);
        return await Unzip(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(TestSimulator.Cancel));
    }

    public static async Task<(string Name, byte[] Bytes)> Unzip(byte[] archive)
    {
        await using var zip = new ZipArchive(new MemoryStream(archive));
        var entry = zip.Entries.Single();
        await using var content = await entry.OpenAsync(TestSimulator.Cancel);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, TestSimulator.Cancel);
        return (entry.FullName, bytes.ToArray());
    }

    public static bool HasFit(this JsonElement row) => row.TryGetProperty("deviceId", out _);
}
