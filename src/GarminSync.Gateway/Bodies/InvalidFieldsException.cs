using FitTrack.Hosting;

namespace GarminSync.Gateway.Bodies;

/// <summary>Fields of a body or a query are missing or have values that are not allowed. Holds all of them; never a value.</summary>
internal sealed class InvalidFieldsException(FieldErrors errors) : Exception("The call has fields that are missing or not valid.")
{
    public FieldErrors Errors { get; } = errors;
}
