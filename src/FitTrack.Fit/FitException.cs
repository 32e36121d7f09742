namespace FitTrack.Fit;

#pragma warning disable RCS1194 // Only a fault in a file makes one.
/// <summary>The input is no FIT file, or a damaged one. <see cref="FitFile.Salvage(ReadOnlyMemory{byte})"/> reads what can be read of it.</summary>
public sealed class FitException : Exception
#pragma warning restore RCS1194
{
    internal FitException(FitFault fault)
        : base(fault.ToString()) => Fault = fault;

    /// <summary>What is wrong, and where.</summary>
    public FitFault Fault { get; }
}
