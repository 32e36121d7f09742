namespace FitTrack.Fit;

/// <summary>One file of a chain; most inputs are a chain of one.</summary>
public sealed class FitPart
{
    internal FitPart(FitHeader header, IReadOnlyList<FitMessage> messages, IReadOnlyList<FitDeveloperField> developerFields)
    {
        Header = header;
        Messages = messages;
        DeveloperFields = developerFields;
        FileId = messages.FirstOrDefault(message => message.Number == FitFileId.MessageNumber) is { } message ? new(message) : null;
    }

    /// <summary>Its header.</summary>
    public FitHeader Header { get; }

    /// <summary>Its data messages, in the order of the file.</summary>
    public IReadOnlyList<FitMessage> Messages { get; }

    /// <summary>The fields that applications have added to it.</summary>
    public IReadOnlyList<FitDeveloperField> DeveloperFields { get; }

    /// <summary>What the file is and who wrote it; <see langword="null"/> when it does not say so.</summary>
    public FitFileId? FileId { get; }
}
