using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_a_file_is_downloaded
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_comes_part_by_part_and_may_be_larger_than_any_answer()
    {
        const int Parts = 20;
        var part = new byte[1024 * 1024];
        var taken = new TaskCompletionSource();
        await using var db = await CentralDbHarness.StartAsync(async context =>
        {
            context.Response.ContentLength = Parts * part.Length;
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
            await taken.Task.WaitAsync(context.RequestAborted);
            for (var sent = 1; sent < Parts; sent++)
            {
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
            }
        });

        using var file = await db.Client.DownloadActivityFileAsync("7", "a-1", Token);
        // The server holds the rest back until somebody has the beginning.
        taken.SetResult();
        using var copy = new MemoryStream();
        await file!.CopyToAsync(copy, Token);

        db.Server.Requests.Single().Target.ShouldBe("/activities/7/a-1/file");
        file.Length.ShouldBe(Parts * part.Length);
        copy.Length.ShouldBe(Parts * part.Length);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_is_said()
    {
        var begun = new TaskCompletionSource();
        RequestDelegate breaks = async context =>
        {
            context.Response.ContentLength = 10;
            await context.Response.Body.WriteAsync(new byte[] { 1, 2, 3 }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await begun.Task.WaitAsync(context.RequestAborted);
            context.Abort();
        };
        await using var db = await CentralDbHarness.StartAsync(breaks);

        using var file = await db.Client.DownloadActivityFileAsync("7", "a-1", Token);
        // Before that it would be a call that was not answered.
        begun.SetResult();

        (await Should.ThrowAsync<CentralDbUnreachableException>(() => file!.CopyToAsync(Stream.Null, Token))).Message.ShouldContain("in the middle");
    }

    [Fact]
    public async Task A_server_that_stops_in_the_middle_is_not_waited_for_without_end()
    {
        RequestDelegate stops = async context =>
        {
            await context.Response.Body.WriteAsync(new byte[] { 1 }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Answer.Never()(context);
        };
        await using var db = await CentralDbHarness.StartAsync(stops, ("RequestTimeout", "00:00:00.500"));

        using var file = await db.Client.DownloadActivityFileAsync("7", "a-1", Token);

        (await Should.ThrowAsync<CentralDbUnreachableException>(() => file!.CopyToAsync(Stream.Null, Token))).Message.ShouldContain("stopped");
    }

    [Theory]
    [InlineData("..", "a-1")]
    [InlineData("7", "../..")]
    public async Task An_id_that_none_can_be_asks_nothing(string userId, string activityId)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("{}"));

        (await db.Client.DownloadActivityFileAsync(userId, activityId, Token)).ShouldBeNull();

        db.Server.Requests.ShouldBeEmpty();
    }
}
