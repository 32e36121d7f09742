namespace GarminSync.Standalone;

/// <summary>The CentralDB inside the standalone. Configuration section <c>EmbeddedCentralDb</c>; what else is in it are options of that CentralDB.</summary>
internal sealed class EmbeddedCentralDbOptions
{
    public const string SectionName = "EmbeddedCentralDb";

    /// <summary>Never uses a CentralDB that answers at <c>CentralDb:Url</c> already: with one there, the standalone does not start. Default false.</summary>
    public bool Always { get; set; }

    /// <summary>
    /// Whether that CentralDB wants the API key in <c>centraldb.key</c>, which is made at first start. Default: yes, unless <c>CentralDb:Url</c> is set: whoever names the
    /// address calls it as he did before there was a key. Ignored when <c>CentralDb:ApiKey</c> is set, which then is the key.
    /// </summary>
    public bool? OwnKey { get; set; }
}
