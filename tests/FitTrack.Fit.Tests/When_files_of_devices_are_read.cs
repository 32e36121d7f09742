using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

/// <summary>Files that devices wrote, against what another decoder reads from them.</summary>
public class When_files_of_devices_are_read
{
    private static readonly IReadOnlyDictionary<string, ExpectedFigures> Expected = ExpectedFigures.Load("devices");

    public static TheoryData<string> Files => [.. Expected.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void They_hold_what_another_decoder_reads_from_them(string name)
    {
        FitFile.Salvage(Bytes(name)).ShouldHave(Expected[name]);
    }

    [Theory]
    [InlineData("12129115726_ACTIVITY.fit")]
    [InlineData("Activity.fit")]
    [InlineData("MonitoringFile.fit")]
    [InlineData("activity-small-fenix2-run.fit")]
    [InlineData("garmin-edge-820-bike.fit")]
    [InlineData("garmin-fenix-5-run.fit")]
    public void Sound_files_have_no_fault(string name)
    {
        FitFile.Read(Bytes(name)).Parts.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("activity-filecrc.fit", FitFaultKind.Checksum, 769)]
    [InlineData("activity-settings-corruptheader.fit", FitFaultKind.TrailingData, 771)]
    [InlineData("activity-unexpected-eof.fit", FitFaultKind.Truncated, 768)]
    public void Damaged_files_say_what_is_wrong_and_where(string name, FitFaultKind kind, long position)
    {
        var bytes = Bytes(name);

        var fault = Should.Throw<FitException>(() => FitFile.Read(bytes)).Fault;

        (fault.Kind, fault.Position).ShouldBe((kind, position));
    }

    /// <summary>Messages of monitoring have no profile here.</summary>
    [Fact]
    public void A_file_that_is_no_activity_is_there_in_numbers()
    {
        var file = FitFile.Read(Bytes("MonitoringFile.fit"));

        file.Messages.Where(message => message.Number == 55).ShouldAllBe(message => message.Name == null && message.Fields.Any());
        FitActivity.From(file).Records.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_is_read_as_bytes_are()
    {
        var bytes = Bytes("activity-small-fenix2-run.fit");
        using var memory = new MemoryStream(bytes);
        using var trickle = new TricklingStream(bytes);

        FitFile.Read(trickle).ShouldHave(Expected["activity-small-fenix2-run.fit"]);
        (await FitFile.ReadAsync(memory, TestContext.Current.CancellationToken)).ShouldHave(Expected["activity-small-fenix2-run.fit"]);
    }

    private static byte[] Bytes(string name) => File.ReadAllBytes(SharedFolder.Require("fit", name));
}
