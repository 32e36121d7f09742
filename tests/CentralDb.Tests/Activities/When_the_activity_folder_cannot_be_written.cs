using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_the_activity_folder_cannot_be_written
{
    [Fact]
    public async Task A_folder_that_is_gone_is_no_fault_of_the_upload_which_is_taken_when_it_is_back()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        var incoming = Directory.EnumerateDirectories(centralDb.Folder, "incoming", SearchOption.AllDirectories).Single();
        Directory.Delete(incoming);

        var (status, body) = await centralDb.UploadAsync(user, new Upload());

        status.ShouldBe(507);
        body.Text("detail").ShouldContain("cannot write to its activity folder");
        (await centralDb.ActivitiesAsync(user)).ShouldBeEmpty();

        Directory.CreateDirectory(incoming);
        (await centralDb.UploadAsync(user, new Upload())).Status.ShouldBe(201);
    }
}
