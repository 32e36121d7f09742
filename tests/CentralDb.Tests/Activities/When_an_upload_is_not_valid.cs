using System.Net.Http.Headers;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

public class When_an_upload_is_not_valid
{
    [Theory]
    [InlineData("garmin_activity_id", "")]
    [InlineData("garmin_activity_id", "../../etc/passwd")]
    [InlineData("garmin_activity_id", "-1")]
    [InlineData("file_format", "")]
    [InlineData("file_format", "pdf")]
    [InlineData("file_format", "../fit")]
    [InlineData("sha256", "abc")]
    [InlineData("sha256", "../../../../../../../../../../../../../../../../../../etc/passwd/x")]
    [InlineData("sha256", "0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("revision", "first")]
    [InlineData("start_time", "11/22/2026")]
    [InlineData("start_time", "yesterday")]
    [InlineData("duration_seconds", "1,5")]
    [InlineData("duration_seconds", "-1")]
    [InlineData("distance_meters", "NaN")]
    [InlineData("elevation_gain_meters", "Infinity")]
    [InlineData("calories", "many")]
    [InlineData("average_heart_rate", "1e999")]
    [InlineData("max_heart_rate", "x")]
    [InlineData("raw_summary", "{")]
    [InlineData("name", "a\0b")]
    public async Task The_field_is_named_and_nothing_is_stored(string field, string value)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();

        var (status, problem) = await centralDb.UploadAsync(user, new Upload().With(field, value));

        status.ShouldBe(422, problem.ToString());
        problem.BadFields().ShouldBe([field]);
        problem.Text("detail").ShouldContain(field);
        (await centralDb.ActivitiesAsync(user)).ShouldBeEmpty();
        centralDb.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_or_empty_file_is_named()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();

        (await centralDb.UploadAsync(user, new Upload { File = null })).Body.BadFields().ShouldBe(["file"]);
        (await centralDb.UploadAsync(user, new Upload { File = [] })).Body.BadFields().ShouldBe(["file"]);
        centralDb.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_file_is_refused()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        using var form = new Upload().ToForm();
        form.Add(new ByteArrayContent([1]), "file", "second.fit");

        using var response = await centralDb.Http.PostAsync($"/activities/{user}", form, TestContext.Current.CancellationToken);

        (await response.JsonAsync()).BadFields().ShouldBe(["file"]);
        centralDb.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1_001)]
    [InlineData(12_000_000)]
    public async Task A_file_over_the_limit_gets_413_and_nothing_is_stored(int size)
    {
        await using var centralDb = await RunningCentralDb.StartAsync("--CentralDbServer:MaxFileSizeBytes=1000");
        var user = await centralDb.NewUserAsync();

        // Without it a client may lose the answer while it is still sending what the server no longer reads.
        centralDb.Http.DefaultRequestHeaders.ExpectContinue = true;
        var (status, problem) = await centralDb.UploadAsync(user, new Upload { File = new byte[size] });

        status.ShouldBe(413, problem.ToString());
        centralDb.Files.ShouldBeEmpty();
        (await centralDb.UploadAsync(user, new Upload { File = new byte[1000] })).Status.ShouldBe(201);
    }

    [Fact]
    public async Task An_unknown_user_gets_404()
    {
        await using var centralDb = await RunningCentralDb.StartAsync();

        (await centralDb.UploadAsync(Guid.NewGuid(), new Upload())).Status.ShouldBe(404);

        centralDb.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/json", "{}", 415)]
    [InlineData("multipart/form-data", "x", 415)]
    [InlineData("multipart/form-data; boundary=b", "no part at all", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.fit\"\r\n\r\nbreaks off", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--b--\r\n", 400)]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n", 422)]
    public async Task A_body_that_is_no_whole_multipart_form_is_refused(string type, string body, int expected)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        using var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await centralDb.Http.PostAsync($"/activities/{user}", content, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(expected, (await response.JsonAsync()).ToString());
        centralDb.Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../../../evil.fit")]
    [InlineData("/etc/evil.fit")]
    [InlineData("..\\..\\evil.fit")]
    public async Task The_clients_file_name_has_no_say_in_where_the_file_lies(string fileName)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        var upload = new Upload { FileName = fileName };

        (await centralDb.UploadAsync(user, upload)).Status.ShouldBe(201);

        var digest = Upload.Sha256(upload.File!);
        centralDb.Files.ShouldBe([$"{digest[..2]}/{digest}.fit"]);
    }

    [Theory]
    [InlineData("/activities/{0}/..%2F..%2Fcentraldb.db/file")]
    [InlineData("/activities/{0}/%2e%2e%2f%2e%2e%2fcentraldb.db/file")]
    [InlineData("/activities/..%2f..%2f{0}/x/file")]
    [InlineData("/activities/{0}/00000000-0000-0000-0000-000000000000/file")]
    public async Task An_id_that_is_none_reaches_no_file(string path)
    {
        await using var centralDb = await RunningCentralDb.StartAsync();
        var user = await centralDb.NewUserAsync();
        await centralDb.UploadAsync(user, new Upload());

        (await centralDb.SendAsync(HttpMethod.Get, string.Format(null, path, user))).Status.ShouldBe(404);
    }
}
