using FitTrack.Fit.Activities;

namespace FitTrack.Fit;

/// <summary>
/// The activity of a FIT file: records to draw, sessions and laps with their totals. All values are as the device wrote them; nothing is computed that is not there.
/// Numbers are in SI units, times in UTC.
/// </summary>
public sealed class FitActivity
{
    private const int ActivityMessage = 34;
    private const int SportMessage = 12;
    private const int HrvMessage = 78;

    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14);

    private FitActivity(IReadOnlyList<FitPart> parts, IReadOnlyList<FitFault> faults)
    {
        var messages = parts.SelectMany(part => part.Messages).ToLookup(message => message.Number);
        FileId = parts.Select(part => part.FileId).FirstOrDefault(id => id is not null);
        Faults = faults;
        Sessions = [.. messages[FitSession.MessageNumber].Select(message => new FitSession(message))];
        Laps = [.. messages[FitLap.MessageNumber].Select(message => new FitLap(message))];
        Lengths = [.. messages[FitLength.MessageNumber].Select(message => new FitLength(message))];
        Events = [.. messages[FitEvent.MessageNumber].Select(message => new FitEvent(message))];
        Devices = [.. messages[FitDevice.MessageNumber].Select(message => new FitDevice(message))];
        RrIntervalsSeconds = [.. messages[HrvMessage].SelectMany(message => message.Field("time")?.AsNumbers() ?? []).OfType<double>()];
        Records = [.. parts.SelectMany(RecordsOf)];
        DeveloperFields = [.. parts.SelectMany(part => part.DeveloperFields)];

        var sport = messages[SportMessage].FirstOrDefault();
        Sport = Sessions.Select(session => session.Sport).FirstOrDefault(code => code is not null) ?? sport?.Code("sport");
        SubSport = Sessions.Select(session => session.SubSport).FirstOrDefault(code => code is not null) ?? sport?.Code("sub_sport");
        StartTime = Sessions.Select(session => session.Totals.Start?.Utc).Min()
            ?? Records.Select(record => record.Time).FirstOrDefault(time => time is not null)
            ?? FileId?.TimeCreated?.Utc;
        LocalOffset = messages[ActivityMessage].Select(OffsetOf).FirstOrDefault(offset => offset is not null);
    }

    /// <summary>What the file is and who wrote it; <see langword="null"/> when it does not say so.</summary>
    public FitFileId? FileId { get; }

    /// <summary>The sport of the first session, for example <c>cycling</c>; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? Sport { get; }

    /// <summary>The way to do it, of the first session, for example <c>mountain</c>; <see langword="null"/> when the file does not say it.</summary>
    public FitCode? SubSport { get; }

    /// <summary>When it began: the earliest session, else the first record, else the file; <see langword="null"/> when none has a date.</summary>
    public DateTimeOffset? StartTime { get; }

    /// <summary>
    /// What the athlete's clock was ahead of UTC, in whole minutes, from <c>activity.local_timestamp</c>; <see langword="null"/> when the file does not say it, or says
    /// what no clock on Earth shows.
    /// </summary>
    public TimeSpan? LocalOffset { get; }

    /// <summary>The sessions: one, or one for each sport; none in a file that was cut short.</summary>
    public IReadOnlyList<FitSession> Sessions { get; }

    /// <summary>The laps of all sessions.</summary>
    public IReadOnlyList<FitLap> Laps { get; }

    /// <summary>What was measured, in the order of the file.</summary>
    public IReadOnlyList<FitRecord> Records { get; }

    /// <summary>The lengths of a pool; none elsewhere.</summary>
    public IReadOnlyList<FitLength> Lengths { get; }

    /// <summary>What happened, for example starts and stops of the timer.</summary>
    public IReadOnlyList<FitEvent> Events { get; }

    /// <summary>The device and its sensors.</summary>
    public IReadOnlyList<FitDevice> Devices { get; }

    /// <summary>Seconds between heartbeats, where the device kept them.</summary>
    public IReadOnlyList<double> RrIntervalsSeconds { get; }

    /// <summary>The fields that applications have added, with names and units. <c>record.Message["name"]</c> has the value at a record.</summary>
    public IReadOnlyList<FitDeveloperField> DeveloperFields { get; }

    /// <summary>What is wrong with the file; none after <see cref="FitFile.Read(ReadOnlyMemory{byte})"/>.</summary>
    public IReadOnlyList<FitFault> Faults { get; }

    /// <summary>
    /// Makes an activity of a file. Of a chain it takes the parts that are activities, and those that do not say what they are; of anything else it makes an activity in
    /// which there is nothing.
    /// </summary>
    public static FitActivity From(FitFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new([.. file.Parts.Where(part => part.FileId is not { Type: not null, IsActivity: false })], file.Faults);
    }

    private static IEnumerable<FitRecord> RecordsOf(FitPart part)
    {
        var accumulation = new Accumulation();
        return part.Messages.Where(message => message.Number == FitRecord.MessageNumber).Select(message => new FitRecord(message, accumulation.Add(message)));
    }

    private static TimeSpan? OffsetOf(FitMessage activity) =>
        activity.Timestamp is { } utc && activity.Time("local_timestamp") is { } local && utc.IsRelative == local.IsRelative
        && TimeSpan.FromMinutes(Math.Round(((double)local.Seconds - utc.Seconds) / 60)) is var offset && offset.Duration() <= FarthestZone
            ? offset
            : null;
}
