namespace GarminSync.Gateway.Errors;

/// <summary>Refuses a call in a place that cannot return an answer, such as the look-up of its caller.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Detail)
{
    public Refusal Refusal { get; } = refusal;
}
