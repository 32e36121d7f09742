using GarminSync.Gateway.Activities.Tracks;

namespace GarminSync.Gateway.Tests.CentralData;

public sealed class The_paused_time
{
    // A second that two pauses share counts once.
    private static readonly PausedTime Paused = new([new(50, 60), new(10, 20), new(15, 30), new(52, 55)]);

    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(0, 100, 30)]
    [InlineData(12, 18, 6)]
    [InlineData(25, 55, 10)]
    [InlineData(30, 50, 0)]
    [InlineData(58, 70, 2)]
    public void Is_what_the_pauses_cover(double from, double to, double seconds) => Paused.Between(from, to).ShouldBe(seconds);
}
