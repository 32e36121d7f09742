using System.Buffers.Binary;
using System.Text;

namespace FitTrack.Fit.Protocol;

/// <summary>Values of the base types, from bytes. What the type calls invalid is <see langword="null"/>.</summary>
internal static class BaseTypes
{
    private const int TypeBits = 0x1F;

    /// <summary>The type that a definition names, or bytes where it cannot be meant: unknown, or of a size that is no multiple of the type's.</summary>
    public static FitBaseType Of(byte code, int size)
    {
        var type = (FitBaseType)(code & TypeBits);
        return type <= FitBaseType.Uint64z && size % SizeOf(type) == 0 ? type : FitBaseType.Bytes;
    }

    public static int SizeOf(FitBaseType type) => type switch
    {
        FitBaseType.Sint16 or FitBaseType.Uint16 or FitBaseType.Uint16z => 2,
        FitBaseType.Sint32 or FitBaseType.Uint32 or FitBaseType.Uint32z or FitBaseType.Float32 => 4,
        FitBaseType.Sint64 or FitBaseType.Uint64 or FitBaseType.Uint64z or FitBaseType.Float64 => 8,
        _ => 1,
    };

    /// <summary>One value; <see langword="null"/> also for text, for a number with a fraction, and for a number that is too large.</summary>
    public static long? Integer(ReadOnlySpan<byte> bytes, FitBaseType type, bool bigEndian) => type switch
    {
        FitBaseType.Enum or FitBaseType.Uint8 or FitBaseType.Bytes => Unless(bytes[0], byte.MaxValue),
        FitBaseType.Uint8z => Unless(bytes[0], 0),
        FitBaseType.Sint8 => Unless((sbyte)bytes[0], sbyte.MaxValue),
        FitBaseType.Uint16 => Unless(Word(bytes, bigEndian), ushort.MaxValue),
        FitBaseType.Uint16z => Unless(Word(bytes, bigEndian), 0),
        FitBaseType.Sint16 => Unless((short)Word(bytes, bigEndian), short.MaxValue),
        FitBaseType.Uint32 => Unless(DoubleWord(bytes, bigEndian), uint.MaxValue),
        FitBaseType.Uint32z => Unless(DoubleWord(bytes, bigEndian), 0),
        FitBaseType.Sint32 => Unless((int)DoubleWord(bytes, bigEndian), int.MaxValue),
        FitBaseType.Sint64 => Unless((long)QuadWord(bytes, bigEndian), long.MaxValue),
        FitBaseType.Uint64 => QuadWord(bytes, bigEndian) is <= long.MaxValue and var value ? (long)value : null,
        FitBaseType.Uint64z => QuadWord(bytes, bigEndian) is > 0 and <= long.MaxValue and var value ? (long)value : null,
        _ => null,
    };

    /// <summary>One value; <see langword="null"/> also for text.</summary>
    public static double? Number(ReadOnlySpan<byte> bytes, FitBaseType type, bool bigEndian) => type switch
    {
        FitBaseType.Float32 => Finite(BitConverter.UInt32BitsToSingle(DoubleWord(bytes, bigEndian))),
        FitBaseType.Float64 => Finite(BitConverter.UInt64BitsToDouble(QuadWord(bytes, bigEndian))),
        FitBaseType.Uint64 => QuadWord(bytes, bigEndian) is not ulong.MaxValue and var value ? value : null,
        FitBaseType.Uint64z => QuadWord(bytes, bigEndian) is not 0 and var value ? value : null,
        _ => Integer(bytes, type, bigEndian),
    };

    /// <summary>The text before the first zero byte; <see langword="null"/> when that is none.</summary>
    public static string? Text(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        var text = end < 0 ? bytes : bytes[..end];
        return text.IsEmpty ? null : Encoding.UTF8.GetString(text);
    }

    public static ushort Word(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    public static uint DoubleWord(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    private static ulong QuadWord(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private static long? Unless(long value, long invalid) => value == invalid ? null : value;

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
