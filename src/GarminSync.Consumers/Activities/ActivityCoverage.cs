using System.Globalization;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Sync;
using GarminSync.Contracts;
using Microsoft.EntityFrameworkCore;

namespace GarminSync.Consumers.Activities;

/// <summary>Shows which activities of which days are in CentralDB, and which were given up.</summary>
internal sealed class ActivityCoverage(StateDb db) : ICoverageStep
{
    public async Task<Coverage> AddToAsync(Coverage coverage, CancellationToken cancellationToken)
    {
        var (first, last) = (Day(coverage.From), Day(coverage.To));
        var stored = await StoredAsync(coverage.UserId, first, last, cancellationToken);
        var givenUp = await GivenUpAsync(coverage.UserId, first, last, cancellationToken);
        var (storedOn, givenUpOn) = (stored.ToLookup(day => day), givenUp.ToLookup(note => note.Day, Info));
        return coverage with
        {
            Activities = [.. stored.Concat(givenUp.Select(note => note.Day)).Distinct().OrderBy(day => day is null).ThenBy(day => day).Select(day => new ActivityCoverageDay
            {
                Date = day is { } date ? $"{date:yyyy-MM-dd}" : null,
                Stored = storedOn[day].Count(),
                GivenUp = [.. givenUpOn[day]],
            })],
        };
    }

    // One day for each activity; null where Garmin does not say when it was.
    private async Task<List<DateOnly?>> StoredAsync(string userId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        // In rows of older versions the day is not known.
        var (from, before) = (Midnight(first), Midnight(last.AddDays(1)));
        var rows = await db.Set<SyncedActivity>()
            .Where(row => row.UserId == userId && row.GoneAt == null
                && (row.Day != null ? row.Day >= first && row.Day <= last : row.StartTime == null || (row.StartTime >= from && row.StartTime < before)))
            .Select(row => new { row.Day, row.StartTime })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.Day ?? (row.StartTime is { } start ? DateOnly.FromDateTime(start.UtcDateTime) : null))];
    }

    private async Task<List<GivenUpActivity>> GivenUpAsync(string userId, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        await db.Set<GivenUpActivity>().AsNoTracking()
            .Where(note => note.UserId == userId && (note.Day == null || (note.Day >= first && note.Day <= last))
                // Synced by a later try; the next plan removes the note.
                && !db.Set<SyncedActivity>().Any(row => row.UserId == userId && row.GarminActivityId == note.GarminActivityId && row.SyncedAt > note.GivenUpAt))
            .OrderBy(note => note.GarminActivityId)
            .ToListAsync(cancellationToken);

    private static GivenUpActivityInfo Info(GivenUpActivity note) =>
        new() { GarminActivityId = note.GarminActivityId, Reason = note.Reason, Times = note.Times, NextTryAt = note.NextTryAt };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
