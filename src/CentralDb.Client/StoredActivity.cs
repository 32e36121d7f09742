using System.Text.Json.Serialization;

namespace CentralDb.Client;

/// <summary>An activity as CentralDB holds it after an upload. One that keeps no revisions says no more than the id.</summary>
/// <param name="Id">CentralDB's id of the activity.</param>
/// <param name="Revision">Higher than that of the upload when CentralDB knew a newer one, and kept it.</param>
/// <param name="Sha256">Of its file.</param>
/// <param name="RawSummary">The source's own JSON of the activity.</param>
[JsonConverter(typeof(StoredActivityJson))]
internal sealed record StoredActivity(string Id, int? Revision = null, string? Sha256 = null, string? RawSummary = null);
