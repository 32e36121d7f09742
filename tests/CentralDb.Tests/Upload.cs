using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace FitTrack.CentralDb.Tests;

/// <summary>An upload as the consumers send it; a test changes what it is about.</summary>
internal sealed record Upload
{
    public byte[]? File { get; init; } = Encoding.UTF8.GetBytes("not really a FIT file");

    public string FileName { get; init; } = "activity.fit";

    public Dictionary<string, string> Fields { get; init; } = new(StringComparer.Ordinal) { ["garmin_activity_id"] = "12129115726", ["file_format"] = "fit" };

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public Upload With(string field, string value) => this with { Fields = new Dictionary<string, string>(Fields, StringComparer.Ordinal) { [field] = value } };

    public Upload WithDigest() => With("sha256", Sha256(File!));

    public MultipartFormDataContent ToForm()
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (File is not null)
        {
            var file = new ByteArrayContent(File);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(file, "file", FileName);
        }

        return form;
    }
}
