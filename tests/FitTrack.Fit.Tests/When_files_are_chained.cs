using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

public class When_files_are_chained
{
    private const int FileId = 0;
    private const byte Settings = 2;
    private const byte Activity = 4;

    [Fact]
    public void Each_is_a_part_with_a_header_and_messages_of_its_own()
    {
        var first = Make(Settings, 1);
        var file = FitFile.Read(first.Concat(Make(Activity, 2)).ToArray());

        file.Parts.Select(part => (part.FileId!.Type!.Value.Name, part.Header.Position)).ShouldBe([("settings", 0), ("activity", first.Length)]);
        file.Messages.Count().ShouldBe(4);
    }

    [Fact]
    public void An_activity_is_made_of_the_parts_that_are_one()
    {
        var activity = FitActivity.From(FitFile.Read(Make(Settings, 1).Concat(Make(Activity, 2)).ToArray()));

        activity.Records.Select(record => record.HeartRate).ShouldBe([2]);
        activity.FileId!.IsActivity.ShouldBeTrue();
    }

    [Fact]
    public void A_definition_counts_in_its_own_file_only()
    {
        var second = new FitBytes().Data(1, (120, 1)).File();

        Should.Throw<FitException>(() => FitFile.Read(Make(Activity, 1).Concat(second).ToArray())).Fault.Kind.ShouldBe(FitFaultKind.Undefined);
    }

    [Fact]
    public void A_time_counts_in_its_own_file_only()
    {
        var first = new FitBytes().Define(0, FitBytes.RecordMessage, (253, 4, 0x86)).Data(0, (FitBytes.Noon, 4)).File();
        var second = new FitBytes().Define(0, FitBytes.RecordMessage, (3, 1, 0x02)).Compressed(0, 3, (120, 1)).File();

        FitFile.Read(first.Concat(second).ToArray()).Messages.Select(message => message.Timestamp.HasValue).ShouldBe([true, false]);
    }

    [Fact]
    public void After_a_damaged_file_the_next_one_is_salvaged()
    {
        var damaged = new FitBytes().Data(3, (1, 1)).File();
        var file = FitFile.Salvage(damaged.Concat(Make(Activity, 7)).ToArray());

        file.Faults.Select(fault => (fault.Kind, fault.Position)).ShouldBe([(FitFaultKind.Undefined, 14)]);
        file.Parts.Select(part => part.Messages.Count).ShouldBe([0, 2]);
    }

    [Fact]
    public void What_follows_the_last_file_is_a_fault()
    {
        var file = Make(Activity, 1);
        byte[] longer = [.. file, 0, 0, 0];

        Should.Throw<FitException>(() => FitFile.Read(longer)).Fault.ShouldBe(new(FitFaultKind.TrailingData, file.Length, "What follows the last file is no FIT file."));
        FitFile.Salvage(longer).Messages.Count().ShouldBe(2);
    }

    [Fact]
    public void A_file_without_messages_is_a_part_too()
    {
        byte[] chain = [.. new FitBytes().File(), .. Make(Activity, 1)];

        FitFile.Read(chain).Parts.Select(part => part.Messages.Count).ShouldBe([0, 2]);
    }

    private static byte[] Make(byte type, byte heartRate) => new FitBytes()
        .Define(0, FileId, (0, 1, 0x00)).Data(0, (type, 1)).Define(1, FitBytes.RecordMessage, (3, 1, 0x02)).Data(1, (heartRate, 1)).File();
}
