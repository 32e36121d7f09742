using System.Text.Json;

namespace GarminSync.Web.Api;

/// <summary>A message that was put aside. Times are UTC.</summary>
public sealed record DeadLetter(
    string Id,
    string? MessageType,
    string? Source,
    DateTimeOffset? FailedAt,
    DateTimeOffset? FirstFailedAt,
    int TimesPutBack,
    string? ExceptionType,
    string Reason,
    string? UserId,
    int Bytes,
    JsonElement? Body,
    string? BodyText,
    bool BodyCut);
