using FitTrack.Hosting;

namespace GarminSync.Gateway.Bodies;

/// <summary>Ends the reading of a call's fields.</summary>
internal static class FieldErrorsExtensions
{
    /// <exception cref="InvalidFieldsException">Some field was refused.</exception>
    public static void ThrowIfAny(this FieldErrors errors)
    {
        if (errors.Any)
        {
            throw new InvalidFieldsException(errors);
        }
    }
}
