using FitTrack.Hosting;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Bus;

public sealed class When_a_secret_file_is_made
{
    private const int Processes = 4;
    private const int Rounds = 200;

    [Fact]
    public async Task All_who_start_at_once_read_the_same()
    {
        var folder = Directory.CreateTempSubdirectory("garminsync-secret-");
        for (var round = 0; round < Rounds; round++)
        {
            var path = Path.Combine(folder.FullName, $"{round}.key");
            using var together = new Barrier(Processes);

            var read = await Task.WhenAll(Enumerable.Range(0, Processes).Select(process => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait(TestContext.Current.CancellationToken);
                    PrivateFile.CreateIfMissing(path, $"key of {process}");
                    return File.ReadAllText(path);
                },
                TestContext.Current.CancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default)));

            read.Distinct().ShouldHaveSingleItem();
        }

        folder.GetFiles().Length.ShouldBe(Rounds, "no draft is left");
        folder.Delete(recursive: true);
    }
}
