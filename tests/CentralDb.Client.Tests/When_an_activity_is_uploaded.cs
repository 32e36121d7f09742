using System.Net;
using System.Net.Sockets;
using System.Text;
using GarminSync.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Shouldly;
using Xunit;

namespace CentralDb.Client.Tests;

public sealed class When_an_activity_is_uploaded
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 200_000).Select(number => (byte)number)];

    private int _opened;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_one_form_with_the_metadata_and_the_file()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"id":41,"name":"x"}""", 201));

        (await db.Client.UploadActivityAsync("7", Upload(), Token)).Id.ShouldBe("41");

        var request = db.Server.Requests.Single();
        (request.Method, request.Target).ShouldBe(("POST", "/activities/7"));
        request.Headers["Idempotency-Key"].ShouldBe("activity-7-12000000001-fit-2-abc");
        request.Headers.Keys.ShouldContain("Content-Length");
        var (fields, file) = await FormAsync(request);
        fields.ShouldBe(
            new Dictionary<string, string>
            {
                ["garmin_activity_id"] = "12000000001",
                ["name"] = "Løp \"rundt\" sjøen",
                ["start_time"] = "2026-01-08T14:10:21Z",
                ["duration_seconds"] = "2223.326904296875",
                ["file_format"] = "fit",
                ["sha256"] = "abc",
                ["revision"] = "2",
                ["raw_summary"] = """{"activityId":12000000001}""",
            },
            ignoreOrder: true);
        file.ShouldBe(File);
    }

    [Theory]
    [InlineData("jürgen/7", "/activities/j%C3%BCrgen%2F7")]
    [InlineData("走る", "/activities/%E8%B5%B0%E3%82%8B")]
    public async Task An_id_with_strange_characters_stays_in_its_place(string userId, string target)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"id":"41"}"""));

        await db.Client.UploadActivityAsync(userId, Upload(), Token);

        var request = db.Server.Requests.Single();
        request.Target.ShouldBe(target);
        request.Headers["Idempotency-Key"].ShouldAllBe(c => c > ' ' && c < '\u007f');
    }

    [Fact]
    public async Task A_repeat_sends_the_whole_file_again_under_the_same_key()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Reset(), Answer.Status(503), Answer.Json("""{"id":"41"}"""));

        await db.Client.UploadActivityAsync("7", Upload(), Token);

        _opened.ShouldBe(3);
        var (_, file) = await FormAsync(db.Server.Requests[2]);
        file.ShouldBe(File);
        db.Server.Requests.Select(request => request.Headers["Idempotency-Key"]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_says_what_CentralDB_says()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(
            """{"detail":[{"type":"x","loc":["body","sha256"],"msg":"does not match","input":"secret"}]}""", 422));

        var refusal = await Should.ThrowAsync<CentralDbRejectedException>(() => db.Client.UploadActivityAsync("7", Upload(), Token));

        refusal.Message.ShouldBe("CentralDB refused activity 12000000001 (HTTP 422): body.sha256: does not match");
        db.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_refuses_the_size_while_the_file_is_on_its_way_is_understood()
    {
        // Answers without a look at the body, and closes the connection.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = RefuseAsync(listener);
        await using var proxied = await CentralDbHarness.StartAsync(
            Answer.Json("{}"), ("Url", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

        var upload = Upload() with { FileLength = 50_000_000, OpenFile = () => new MemoryStream(new byte[50_000_000]) };
        var refusal = await Should.ThrowAsync<CentralDbRejectedException>(() => proxied.Client.UploadActivityAsync("7", upload, Token));

        refusal.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        await server;
    }

    [Fact]
    public async Task Odd_values_are_left_out_or_cleaned()
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json("""{"id":"41"}"""));

        await db.Client.UploadActivityAsync(
            "7",
            Upload() with
            {
                Name = new string('a', 998) + "\0\ud83d😀" + "b",
                ActivityType = new string('t', 120),
                StartTime = DateTimeOffset.MinValue,
                StartTimeLocal = DateTime.MinValue,
                DurationSeconds = double.NaN,
                DistanceMeters = -3901130.2,
                ElevationGainMeters = double.PositiveInfinity,
                Calories = -1,
                AverageHeartRate = 1e30,
                MaxHeartRate = 0,
            },
            Token);

        var (fields, _) = await FormAsync(db.Server.Requests.Single());
        fields.Keys.Order().ShouldBe(["activity_type", "file_format", "garmin_activity_id", "max_heart_rate", "name", "raw_summary", "revision", "sha256"]);
        fields["name"].ShouldBe(new string('a', 998) + "\ufffd");
        fields["activity_type"].Length.ShouldBe(100);
    }

    [Theory]
    [InlineData("""{"max_file_size_bytes":5000}""", 200, 5000)]
    [InlineData("{}", 200, null)]
    [InlineData("Not Found", 404, null)]
    [InlineData("Method Not Allowed", 405, null)]
    public async Task The_limit_is_known_where_CentralDB_tells_it(string answer, int status, int? limit)
    {
        await using var db = await CentralDbHarness.StartAsync(Answer.Json(answer, status));

        (await db.Client.GetMaxFileSizeAsync(Token)).ShouldBe(limit);
    }

    private static async Task RefuseAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync(Token);
        var stream = connection.GetStream();
        var head = new byte[200];
        await stream.ReadExactlyAsync(head, Token);
        await stream.WriteAsync("HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), Token);
    }

    private ActivityUpload Upload() => new()
    {
        GarminActivityId = 12000000001,
        Name = "Løp \"rundt\" sjøen",
        StartTime = new DateTimeOffset(2026, 1, 8, 14, 10, 21, TimeSpan.Zero),
        DurationSeconds = 2223.326904296875,
        FileFormat = "fit",
        Sha256 = "abc",
        Revision = 2,
        RawSummary = """{"activityId":12000000001}""",
        FileLength = File.Length,
        OpenFile = () =>
        {
            _opened++;
            return new MemoryStream(File);
        },
    };

    private static async Task<(Dictionary<string, string> Fields, byte[] File)> FormAsync(ReceivedRequest request)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(request.Headers["Content-Type"]).Boundary).Value!;
        var reader = new MultipartReader(boundary, new MemoryStream(request.Body));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        byte[] file = [];
        while (await reader.ReadNextSectionAsync(Token) is { } section)
        {
            var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition!);
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, Token);
            if (disposition.FileName.HasValue)
            {
                section.ContentDisposition.ShouldBe("form-data; name=\"file\"; filename=\"12000000001.fit\"");
                file = content.ToArray();
            }
            else
            {
                fields.Add(HeaderUtilities.RemoveQuotes(disposition.Name).Value!, Encoding.UTF8.GetString(content.ToArray()));
            }
        }

        return (fields, file);
    }
}
