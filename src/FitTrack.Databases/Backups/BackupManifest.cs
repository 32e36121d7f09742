using System.Text.Json;
using System.Text.Json.Serialization;

namespace FitTrack.Databases.Backups;

/// <summary>What is in an archive. The file <c>manifest.json</c> in it; its SHA-256 is beside it.</summary>
internal sealed record BackupManifest
{
    /// <summary>The form of archives that this version writes. A later one may read older forms.</summary>
    public const int CurrentFormat = 1;

    public const string FileName = "manifest.json";
    public const string HashFileName = "manifest.sha256";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The form of the archive.</summary>
    public required int Format { get; init; }

    /// <summary>The program that made it, such as <c>centraldb</c>.</summary>
    public required string Program { get; init; }

    /// <summary>That program's version.</summary>
    public required string Version { get; init; }

    /// <summary>When it was begun, in UTC. What was stored later may be missing.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The databases, in the order in which they were read.</summary>
    public required IReadOnlyList<BackupManifestStore> Stores { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest FromJson(byte[] json) => JsonSerializer.Deserialize<BackupManifest>(json, Json) ?? throw new JsonException();

    /// <summary>The form that a manifest says it has; read first, because other members may be different in another one.</summary>
    /// <exception cref="JsonException">It is no manifest.</exception>
    public static int FormatOf(byte[] json) => JsonSerializer.Deserialize<FormatOnly>(json, Json)?.Format ?? throw new JsonException();

    private sealed record FormatOnly(int Format);
}
