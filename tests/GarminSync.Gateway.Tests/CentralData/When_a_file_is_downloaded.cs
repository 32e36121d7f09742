using System.Net;
using CentralDb.Client;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;

namespace GarminSync.Gateway.Tests.CentralData;

public sealed class When_a_file_is_downloaded
{
    private static readonly ActivityUpload Run = new()
    {
        GarminActivityId = 5,
        Name = "Morning Run",
        StartTime = new DateTimeOffset(2026, 7, 5, 23, 44, 2, TimeSpan.Zero),
        StartTimeLocal = new DateTime(2026, 7, 6, 1, 44, 2),
        FileFormat = "fit",
        Revision = 1,
    };

    [Theory]
    [InlineData("Morning Run", "2026-07-06 Morning Run.fit")]
    [InlineData("../../etc/passwd", "2026-07-06 -..-etc-passwd.fit")]
    [InlineData("Öster \"Runde\"\r\nX-Evil: 1", "2026-07-06 Öster -Runde---X-Evil- 1.fit")]
    [InlineData("\u202Etif.exe", "2026-07-06 -tif.exe.fit")]
    [InlineData(null, "2026-07-06 5.fit")]
    public async Task It_is_called_by_its_day_and_name(string? name, string fileName)
    {
        await using var data = await DataGateway.StartAsync();
        await data.UploadAsync(Run with { Name = name }, [1, 2, 3]);

        using var answer = await data.AskAsync("activities/5/file");

        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.ant.fit");
        answer.Content.Headers.ContentLength.ShouldBe(3);
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe(fileName);
        answer.Headers.Contains("X-Evil").ShouldBeFalse();
    }

    [Fact]
    public async Task Formats_and_parts_are_told_apart()
    {
        await using var data = await DataGateway.StartAsync();
        await data.UploadAsync(Run with { FileFormat = "gpx" }, [1]);
        await data.UploadAsync(Run, [2]);
        await data.UploadAsync(Run with { FilePart = 2 }, [3]);

        (await BytesAsync("activities/5/file")).ShouldBe([2]);
        (await BytesAsync("activities/5/file?format=gpx")).ShouldBe([1]);
        (await BytesAsync("activities/5/file?part=2")).ShouldBe([3]);
        (await data.RefusalAsync("activities/5/file?format=tcx", HttpStatusCode.NotFound)).ShouldContain("fit (part 1), fit (part 2), gpx (part 1)");

        async Task<byte[]> BytesAsync(string path)
        {
            using var answer = await data.AskAsync(path);
            return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task It_passes_through_as_it_comes()
    {
        var part = new byte[1024 * 1024];
        var seen = new TaskCompletionSource();
        await using var server = await WithFileAsync(async context =>
        {
            context.Response.ContentLength = 2 * part.Length;
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
            await seen.Task.WaitAsync(context.RequestAborted);
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
        });
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), $"--CentralDb:Url={server.Url}");

        await using var stream = await gateway.Client.GetStreamAsync(new Uri("/api/garmin/activities/5/file?user_id=7", UriKind.Relative), TestContext.Current.CancellationToken);
        await stream.ReadExactlyAsync(new byte[1024], TestContext.Current.CancellationToken);
        seen.SetResult();
        using var rest = new MemoryStream();
        await stream.CopyToAsync(rest, TestContext.Current.CancellationToken);

        rest.Length.ShouldBe((2 * part.Length) - 1024);
    }

    [Fact]
    public async Task One_that_breaks_off_is_not_taken_for_whole()
    {
        await using var server = await WithFileAsync(Answer.CutOff([1, 2, 3]));
        await using var gateway = await GatewayHost.StartAsync(new StubConsumers(), $"--CentralDb:Url={server.Url}");

        await Should.ThrowAsync<HttpRequestException>(
            () => gateway.Client.GetByteArrayAsync(new Uri("/api/garmin/activities/5/file?user_id=7", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    /// <summary>A CentralDB with one activity that answers so when its file is asked for.</summary>
    private static Task<ScriptedServer> WithFileAsync(RequestDelegate file)
    {
        var activity = Answer.Json("""{"garmin_activity_id":5,"activity_id":"a","files":[{"id":"a","file_format":"fit","file_part":1,"file_size":2097152,"revision":1}]}""");
        return ScriptedServer.StartAsync(context => (context.Request.Path.Value!.EndsWith("/file", StringComparison.Ordinal) ? file : activity)(context));
    }
}
