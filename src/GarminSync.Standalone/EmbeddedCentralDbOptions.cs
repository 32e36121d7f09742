namespace GarminSync.Standalone;

/// <summary>The CentralDB inside the standalone. Configuration section <c>EmbeddedCentralDb</c>; what else is in it are options of that CentralDB.</summary>
internal sealed class EmbeddedCentralDbOptions
{
    public const string SectionName = "EmbeddedCentralDb";

    /// <summary>Never uses a CentralDB that answers at <c>CentralDb:Url</c> already: with one there, the standalone does not start. Default false.</summary>
    public bool Always { get; set; }
}
