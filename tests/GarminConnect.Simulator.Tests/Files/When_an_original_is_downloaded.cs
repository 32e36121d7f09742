using System.Net;
using System.Text.Json;
using GarminConnect.Simulator.Tests.Files.Fit;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Files;

public class When_an_original_is_downloaded
{
    private const double MetersPerUnit = 0.01;
    private const double SecondsPerUnit = 0.001;

    [Fact]
    public async Task It_comes_as_Garmin_sends_it()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();

        using var answer = await api.OriginalAsync(id);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/x-zip-compressed");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldBe($"attachment; filename=\"{id}.zip\"");
        answer.Headers.TransferEncodingChunked.ShouldBe(true);
        answer.Content.Headers.ContentLength.ShouldBeNull();
    }

    [Fact]
    public async Task Every_FIT_file_is_sound_and_says_what_the_list_row_says()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        foreach (var row in (await api.ListAsync()).Where(row => row.HasFit()))
        {
            var (name, bytes) = await api.MemberAsync(row.Id());

            name.ShouldBe($"{row.Id()}_ACTIVITY.fit");
            var messages = FitReader.Read(bytes);
            messages[0].Message.ShouldBe(FitData.FileId);
            messages[^1].Message.ShouldBe(FitData.Activity);
            Compare(row, messages);
        }
    }

    [Fact]
    public async Task A_triathlon_has_a_session_for_each_leg()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var parent = (await api.ListAsync()).Single(row => row.GetProperty("parent").GetBoolean());

        var (_, bytes) = await api.MemberAsync(parent.Id());

        FitReader.Read(bytes).Where(message => message.Message == FitData.Session).Select(session => session[5]).ShouldBe([5, 2, 1]);
    }

    [Fact]
    public async Task An_imported_activity_holds_its_GPX_file()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var imported = (await api.ListAsync()).Single(row => !row.HasFit() && !row.GetProperty("manualActivity").GetBoolean());

        var (name, bytes) = await api.MemberAsync(imported.Id());

        name.ShouldEndWith(".gpx");
        System.Text.Encoding.UTF8.GetString(bytes).ShouldContain("<gpx");
    }

    [Fact]
    public async Task A_manual_activity_has_no_file()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var manual = (await api.ListAsync()).Single(row => row.GetProperty("manualActivity").GetBoolean());

        using var answer = await api.OriginalAsync(manual.Id());

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_the_same_every_time()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();

        using var first = await api.OriginalAsync(id);
        using var second = await api.OriginalAsync(id);

        (await first.Content.ReadAsByteArrayAsync(TestSimulator.Cancel)).ShouldBe(await second.Content.ReadAsByteArrayAsync(TestSimulator.Cancel));
    }

    private static void Compare(JsonElement row, IReadOnlyList<FitData> messages)
    {
        var sessions = messages.Where(message => message.Message == FitData.Session).ToList();
        var laps = messages.Where(message => message.Message == FitData.Lap).ToList();
        var single = sessions.Count == 1;

        // The row holds single-precision numbers.
        (sessions.Sum(session => session[8]!.Value) * SecondsPerUnit).ShouldBe(row.GetProperty("duration").GetDouble(), 0.01);
        laps.Sum(lap => lap[8]!.Value).ShouldBe(sessions.Sum(session => session[8]!.Value));
        laps.Count.ShouldBe(row.GetProperty("lapCount").GetInt32());
        sessions.Max(session => session[17]).ShouldBe((long)row.GetProperty("maxHR").GetDouble());
        sessions[0][2].ShouldBe((row.GetProperty("beginTimestamp").GetInt64() / 1000) - 631_065_600);
        if (single)
        {
            sessions[0][16].ShouldBe((long)row.GetProperty("averageHR").GetDouble());
            sessions[0][5].ShouldBe(row.GetProperty("sportTypeId").GetInt64());
        }

        if (row.TryGetProperty("distance", out var distance))
        {
            (sessions.Sum(session => session[9]!.Value) * MetersPerUnit).ShouldBe(distance.GetDouble(), 0.01);
            laps.Sum(lap => lap[9]!.Value).ShouldBe(sessions.Sum(session => session[9]!.Value));
            messages.Last(message => message.Message == FitData.Record)[5].ShouldBe(sessions[^1][9]);
        }
    }
}
