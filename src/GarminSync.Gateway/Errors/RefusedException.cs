namespace GarminSync.Gateway.Errors;

/// <summary>A call is refused where no answer can be returned, as while its caller is looked up.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Detail)
{
    public Refusal Refusal { get; } = refusal;
}
