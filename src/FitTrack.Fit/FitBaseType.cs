#pragma warning disable CA1720 // The protocol names its types so.
namespace FitTrack.Fit;

/// <summary>How a value is written in the file. The numbers are the protocol's, without its flag for byte order.</summary>
public enum FitBaseType
{
    /// <summary>A byte that is one of a list; 0xFF is absent.</summary>
    Enum = 0x00,

    /// <summary>8 bits with a sign; 0x7F is absent.</summary>
    Sint8 = 0x01,

    /// <summary>8 bits; 0xFF is absent.</summary>
    Uint8 = 0x02,

    /// <summary>16 bits with a sign; 0x7FFF is absent.</summary>
    Sint16 = 0x03,

    /// <summary>16 bits; 0xFFFF is absent.</summary>
    Uint16 = 0x04,

    /// <summary>32 bits with a sign; 0x7FFFFFFF is absent.</summary>
    Sint32 = 0x05,

    /// <summary>32 bits; 0xFFFFFFFF is absent.</summary>
    Uint32 = 0x06,

    /// <summary>UTF-8 text that ends with a zero byte.</summary>
    Text = 0x07,

    /// <summary>IEEE 754 in 32 bits; what is no finite number is absent.</summary>
    Float32 = 0x08,

    /// <summary>IEEE 754 in 64 bits; what is no finite number is absent.</summary>
    Float64 = 0x09,

    /// <summary>8 bits; 0 is absent.</summary>
    Uint8z = 0x0A,

    /// <summary>16 bits; 0 is absent.</summary>
    Uint16z = 0x0B,

    /// <summary>32 bits; 0 is absent.</summary>
    Uint32z = 0x0C,

    /// <summary>Bytes without a meaning of their own; absent when all of them are 0xFF. Fields of a type or size that the protocol does not have are read as this.</summary>
    Bytes = 0x0D,

    /// <summary>64 bits with a sign; 0x7FFFFFFFFFFFFFFF is absent.</summary>
    Sint64 = 0x0E,

    /// <summary>64 bits; 0xFFFFFFFFFFFFFFFF is absent.</summary>
    Uint64 = 0x0F,

    /// <summary>64 bits; 0 is absent.</summary>
    Uint64z = 0x10,
}
