namespace GarminSync.Web.Api;

/// <summary>A day by the athlete's clock, as <c>GET /api/garmin/health/day</c> tells it. Times are UTC; null where nothing tells the athlete's clock.</summary>
public sealed record AthleteDay(
    DateOnly Date, DateTimeOffset? Start, DateTimeOffset? End, int? UtcOffsetSeconds, int? UtcOffsetSecondsAtEnd, Night? Night);
