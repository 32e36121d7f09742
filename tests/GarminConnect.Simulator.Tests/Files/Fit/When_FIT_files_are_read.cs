using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Files.Fit;

/// <summary>The reader itself is known to be right because it reads what real devices wrote.</summary>
public class When_FIT_files_are_read
{
    [Theory]
    [InlineData("12129115726_ACTIVITY.fit")]
    [InlineData("Activity.fit")]
    [InlineData("activity-small-fenix2-run.fit")]
    [InlineData("garmin-edge-820-bike.fit")]
    [InlineData("garmin-fenix-5-run.fit")]
    public async Task The_reader_takes_the_activities_of_real_watches(string name)
    {
        var messages = FitReader.Read(await BytesAsync(name));

        messages[0].Message.ShouldBe(FitData.FileId);
        messages.ShouldContain(message => message.Message == FitData.Record);
    }

    [Fact]
    public async Task The_reader_takes_a_file_that_is_no_activity()
    {
        FitReader.Read(await BytesAsync("MonitoringFile.fit"))[0].Message.ShouldBe(FitData.FileId);
    }

    [Theory]
    [InlineData("activity-unexpected-eof.fit")]
    [InlineData("activity-filecrc.fit")]
    [InlineData("activity-settings-corruptheader.fit")]
    public async Task The_reader_refuses_damaged_files(string name)
    {
        var bytes = await BytesAsync(name);

        Should.Throw<InvalidDataException>(() => FitReader.Read(bytes));
    }

    private static Task<byte[]> BytesAsync(string name) => File.ReadAllBytesAsync(SharedFolder.Require("fit", name), TestSimulator.Cancel);
}
