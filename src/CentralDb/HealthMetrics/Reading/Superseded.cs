using System.Linq.Expressions;

namespace FitTrack.CentralDb.HealthMetrics.Reading;

/// <summary>
/// Values that are no longer right, marked by a sync service that was told to send single values and so could not replace a range. Looked for as text: details are
/// stored without blanks, and neither database has to read them as JSON, which PostgreSQL cannot when they hold the character U+0000.
/// </summary>
internal static class Superseded
{
    public const string Mark = "\"superseded\":true";

    public static Expression<Func<HealthMetric, bool>> Not => metric => metric.Details == null || !metric.Details.Contains(Mark);
}
