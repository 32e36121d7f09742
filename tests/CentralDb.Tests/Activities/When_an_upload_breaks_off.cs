using System.Net.Sockets;
using System.Text;
using FitTrack.Databases;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_an_upload_breaks_off(PostgreSqlServer postgres)
{
    [Theory, ClassData(typeof(EachDatabase))]
    public async Task Nothing_is_left_and_the_next_try_works(DatabaseProvider database)
    {
        var token = TestContext.Current.CancellationToken;
        await using var centralDb = await RunningCentralDb.StartAsync(postgres, database);
        var user = await centralDb.NewUserAsync();
        var upload = new Upload { File = new byte[2_000_000] }.WithDigest();
        using var form = upload.ToForm();
        var body = await form.ReadAsByteArrayAsync(token);

        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", centralDb.Http.BaseAddress!.Port, token);
            var head = $"POST /activities/{user} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), token);
            await client.GetStream().WriteAsync(body.AsMemory(0, body.Length / 2), token);
            await Eventually.Is(() => centralDb.Files.Any(file => file.StartsWith("incoming", StringComparison.Ordinal)), cancellationToken: token);
        }

        await Eventually.Is(() => centralDb.Files.Count == 0, cancellationToken: token);
        (await centralDb.ActivitiesAsync(user)).ShouldBeEmpty();

        (await centralDb.UploadAsync(user, upload)).Status.ShouldBe(201);
        centralDb.Files.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_a_killed_process_had_received_is_removed_at_the_next_start()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(centralDb.Folder, "activities", "incoming", "half"), "half a file", TestContext.Current.CancellationToken);

        await centralDb.RestartAsync();

        centralDb.Files.ShouldBeEmpty();
    }
}
