using System.Buffers.Binary;
using FitTrack.Fit.Protocol;

namespace FitTrack.Fit;

/// <summary>
/// Reads the messages of a FIT file, or of several in a chain, one after another without holding them all. <see cref="FitFile"/> is simpler where memory for the
/// whole file is no matter.
/// </summary>
/// <example>
/// <code>
/// var reader = new FitReader(stream);
/// while (reader.NextFile() is { } header)
/// {
///     while (reader.NextMessage() is { } message) { … }
/// }
/// </code>
/// </example>
public sealed class FitReader
{
    private const int ShortHeader = 12;
    private const int LongHeader = 14;
    private const int ChecksumSize = sizeof(ushort);

    private readonly FitSource _source;
    private readonly List<FitFault> _faults = [];
    private FitData? _data;
    private MessageReader? _messages;
    private bool _begun;
    private bool _ended;

    /// <summary>Reads bytes. They must not change as long as messages of the reader are used, which look into them.</summary>
    public FitReader(ReadOnlyMemory<byte> bytes) => _source = new(bytes, null);

    /// <summary>Reads a stream from where it stands, in chunks; it needs no length and no seeking, and is not disposed of. What the stream throws comes through.</summary>
    public FitReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _source = new(default, stream);
    }

    /// <summary>
    /// A fault is noted in <see cref="Faults"/> instead of thrown. What stands before it is read; after it, the next file of the chain, where its place can be known.
    /// </summary>
    public bool Tolerant { get; init; }

    /// <summary>What was found wrong so far, when the reader is tolerant.</summary>
    public IReadOnlyList<FitFault> Faults => _faults;

    /// <summary>The fields that applications have added to this file, as far as it has described them.</summary>
    public IReadOnlyCollection<FitDeveloperField> DeveloperFields => _messages?.DeveloperFields ?? [];

    /// <summary>Goes to the next file of the chain, past what is left of this one; <see langword="null"/> at the end.</summary>
    /// <exception cref="FitException">There is something that is no FIT file, or nothing at all; or what was left of the file before is damaged.</exception>
    public FitHeader? NextFile()
    {
        _begun = true;
        while (NextMessage() is not null)
        {
            // What is passed over is checked too.
        }

        return _ended || (_source.Position > 0 && _source.IsAtEnd) ? null : ReadHeader();
    }

    /// <summary>The next message of this file; <see langword="null"/> at its end. Messages that have no field are passed over.</summary>
    /// <exception cref="FitException">The file is damaged.</exception>
    /// <exception cref="InvalidOperationException">Nobody has called <see cref="NextFile"/> yet.</exception>
    public FitMessage? NextMessage()
    {
        if (!_begun)
        {
            throw new InvalidOperationException($"Call {nameof(NextFile)} first: it reads the header.");
        }

        while (_data is { } data)
        {
            if (data.IsAtEnd)
            {
                Close(data);
            }
            else if (_messages!.Read(out var message) is { } fault)
            {
                _data = null;
                Note(fault);

                // Where the next file begins is known all the same.
                data.Leave(ChecksumSize);
            }
            else if (message is not null)
            {
                return message;
            }
        }

        return null;
    }

    private FitHeader? ReadHeader()
    {
        var start = _source.Position;
        var bytes = _source.Take(ShortHeader).Span;
        if (bytes.Length < ShortHeader || bytes[0] is not (ShortHeader or LongHeader) || !bytes[8..].SequenceEqual(".FIT"u8))
        {
            return EndWith(
                start == 0 ? new(FitFaultKind.NotFit, 0, "It does not begin as a FIT file.")
                    : new(FitFaultKind.TrailingData, start, "What follows the last file is no FIT file."));
        }

        var header = new FitHeader(
            start, bytes[0], new(bytes[1] >> 4, bytes[1] & 0x0F), BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]));
        var crc = FitCrc.Add(0, bytes);
        var checksum = _source.Take(header.Size - ShortHeader).Span;
        if (checksum.Length < header.Size - ShortHeader)
        {
            return EndWith(new(FitFaultKind.Truncated, _source.Position, "The file ends in the middle of its header."));
        }

        // 0 says that the writer computed none.
        if (header.Size == LongHeader && BinaryPrimitives.ReadUInt16LittleEndian(checksum) is not 0 and var written && written != crc)
        {
            Note(new(FitFaultKind.HeaderChecksum, start + ShortHeader, "The checksum of the header is wrong."));
        }

        Open(header, FitCrc.Add(crc, checksum));
        return header;
    }

    private void Open(FitHeader header, ushort crc)
    {
        long? end = _source.Position + header.DataBytes;
        if (header.DataBytes == 0 && !IsNext(crc))
        {
            Note(new(FitFaultKind.Unfinished, header.Position, "The device did not finish the file: its header says that there is no data."));
            end = null;
        }

        _data = new(_source, end, crc);
        _messages = new(_data);
    }

    private void Close(FitData data)
    {
        _data = null;
        if (!data.HasEnd)
        {
            return;
        }

        var start = _source.Position;
        var isRight = IsNext(data.Crc);
        if (_source.Take(ChecksumSize).Length < ChecksumSize)
        {
            EndWith(new(FitFaultKind.Truncated, _source.Position, "The file ends before its checksum."));
        }
        else if (!isRight)
        {
            Note(new(FitFaultKind.Checksum, start, "The checksum of the file is wrong."));
        }
    }

    private bool IsNext(ushort crc) => _source.Peek(ChecksumSize).Span is { Length: ChecksumSize } bytes && BinaryPrimitives.ReadUInt16LittleEndian(bytes) == crc;

    private FitHeader? EndWith(FitFault fault)
    {
        _ended = true;
        Note(fault);
        return null;
    }

    private void Note(FitFault fault)
    {
        if (!Tolerant)
        {
            _ended = true;
            throw new FitException(fault);
        }

        _faults.Add(fault);
    }
}
