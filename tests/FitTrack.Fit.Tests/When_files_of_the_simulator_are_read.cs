using GarminConnect.Simulator.Activities;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Files.Fit;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

/// <summary>Files that our simulator wrote, against what it made them from, and against what another decoder reads from them.</summary>
public class When_files_of_the_simulator_are_read
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Athlete Athlete = new(
        new AthleteSpec { Email = "runner@example.com", Activities = 12 }, 1, new ManualClock(Now), DateOnly.FromDateTime(Now.UtcDateTime));

    private static readonly IReadOnlyDictionary<string, ExpectedFigures> Expected = ExpectedFigures.Load("simulator");

    /// <summary>The places, oldest first, of the activities that have a FIT file.</summary>
    public static TheoryData<int> Activities =>
        [.. Enumerable.Range(0, Athlete.Spec.Activities).Where(index => Season.Plan(Athlete, Now, DateOnly.FromDateTime(Now.UtcDateTime))[index].File == ActivityFile.Fit)];

    public static TheoryData<string> Decoded => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Activities))]
    public void They_hold_what_they_were_made_from(int index)
    {
        var made = Make(index);
        var read = FitActivity.From(FitFile.Read(FitActivityFile.Make(Athlete, made)));
        var legs = made.Record();

        read.Sport!.Value.Number.ShouldBe(legs[0].Sport.FitSport);
        read.StartTime.ShouldBe(made.Start);
        read.LocalOffset.ShouldBe(made.StartLocal - made.Start.UtcDateTime);
        read.Records.Select(record => (int?)record.HeartRate).ShouldBe(legs.SelectMany(leg => leg.Points).Select(point => (int?)point.HeartRate));
        read.Records.Select(record => record.PowerWatts).ShouldBe(legs.SelectMany(leg => leg.Points).Select(point => (double?)point.Watts));
        read.Sessions.Select(session => session.Totals.DistanceMeters).ShouldBe(legs.Select(leg => leg.Totals.DistanceMeters));
        read.Laps.Select(lap => lap.Totals.MaxHeartRate).ShouldBe(legs.SelectMany(leg => leg.Laps).Select(lap => (double?)lap.MaxHeartRate));
        read.Sessions.Select(session => session.PoolLengthMeters ?? 0).ShouldBe(legs.Select(leg => leg.Sport.PoolMeters));
    }

    [Theory]
    [MemberData(nameof(Decoded))]
    public void They_hold_what_another_decoder_reads_from_them(string name)
    {
        var index = int.Parse(Path.GetFileNameWithoutExtension(name).Split('-')[^1], null);

        FitFile.Read(FitActivityFile.Make(Athlete, Make(index))).ShouldHave(Expected[name]);
    }

    private static Activity Make(int index) => Season.Plan(Athlete, Now, DateOnly.FromDateTime(Now.UtcDateTime))[index];
}
