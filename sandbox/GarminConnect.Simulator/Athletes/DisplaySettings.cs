namespace GarminConnect.Simulator.Athletes;

/// <summary>The body of <c>settings</c>: how the website shows things, and the athlete's time zone.</summary>
internal static class DisplaySettings
{
    public static object Of(Athlete athlete) => new
    {
        displayName = athlete.DisplayName,
        preferredLocale = "en",
        measurementSystem = "metric",
        firstDayOfWeek = new { dayId = 3, dayName = "monday", sortOrder = 3, isPossibleFirstDay = true },
        numberFormat = "decimal_period",
        timeFormat = new { formatId = 33, formatKey = "time_twenty_four_hr", minFraction = 0, maxFraction = 0, groupingUsed = false, displayFormat = "HH:mm" },
        powerFormat = new { formatId = 30, formatKey = "watt", minFraction = 0, maxFraction = 0, groupingUsed = true, displayFormat = (string?)null },
        heartRateFormat = new { formatId = 21, formatKey = "bpm", minFraction = 0, maxFraction = 0, groupingUsed = false, displayFormat = (string?)null },
        timeZone = athlete.Home.TimeZoneId,
        hydrationMeasurementUnit = "milliliter",
    };
}
