using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>An activity as CentralDB holds it after an upload. A CentralDB that keeps no revisions says no more than the id.</summary>
/// <param name="Id">CentralDB's id of the activity.</param>
/// <param name="Revision">Higher than that of the upload when CentralDB had a newer one, and kept it. Null when CentralDB does not say.</param>
/// <param name="Sha256">Of its file, lower-case hexadecimal. Null when there is none, or when CentralDB does not say.</param>
/// <param name="RawSummary">The source's own JSON of the activity. Null when CentralDB does not say.</param>
[JsonConverter(typeof(StoredActivityJson))]
public sealed record StoredActivity(string Id, int? Revision = null, string? Sha256 = null, string? RawSummary = null);
