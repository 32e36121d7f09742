using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cronos;

namespace GarminSync.Consumers.Schedules;

/// <summary>
/// When accounts are synchronised: at an interval, or at the times of a cron expression. Each account has a place of its own in the interval, or in the window after
/// those times, by a hash of its user id: so the accounts are spread, and each of them keeps its rhythm.
/// </summary>
internal sealed record ScheduleRule
{
    /// <summary>The shortest time from one sync to the next.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    /// <summary>The longest interval.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(31);

    private ScheduleRule()
    {
    }

    /// <summary>The interval, in whole seconds; null with <see cref="Cron"/>.</summary>
    public TimeSpan? Every { get; private init; }

    /// <summary>Null with <see cref="Every"/>.</summary>
    public CronExpression? Cron { get; private init; }

    /// <summary>The zone of <see cref="Cron"/>.</summary>
    public TimeZoneInfo Zone { get; private init; } = TimeZoneInfo.Utc;

    public static ScheduleRule At(CronExpression cron, TimeZoneInfo zone) => new() { Cron = cron, Zone = zone };

    public static ScheduleRule Each(TimeSpan every) => new() { Every = every };

    /// <summary>The account's first time after <paramref name="after"/>, in UTC; null when there is none.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="after">Never returned itself.</param>
    /// <param name="cronWindow">How far accounts are spread after the times of <see cref="Cron"/>, in whole seconds; zero: not at all.</param>
    public DateTimeOffset? Next(string userId, DateTimeOffset after, TimeSpan cronWindow)
    {
        if (Every is { } every)
        {
            var passed = after.UtcTicks - PlaceIn(every, userId).Ticks;
            return new DateTimeOffset(after.UtcTicks - (passed % every.Ticks) + every.Ticks, TimeSpan.Zero);
        }

        var place = PlaceIn(cronWindow, userId);
        return (Cron!.GetNextOccurrence(after - place, Zone) + place)?.ToUniversalTime();
    }

    // Whole seconds, because the databases keep times with different precision.
    private static TimeSpan PlaceIn(TimeSpan length, string userId)
    {
        var hash = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(userId)));
        return TimeSpan.FromSeconds(Math.BigMul(hash, (ulong)length.TotalSeconds, out _));
    }
}
