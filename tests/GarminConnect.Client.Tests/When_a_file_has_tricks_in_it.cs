using System.Text;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

/// <summary>Files are looked at and passed on; nothing in them is carried out.</summary>
public sealed class When_a_file_has_tricks_in_it
{
    private const string Laughs = """
        <?xml version="1.0"?>
        <!DOCTYPE gpx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
        <gpx><trk><name>&d;</name></trk></gpx>
        """;

    public static TheoryData<string> Names =>
    [
        "../../../../etc/cron.d/evil.fit", "/etc/evil.fit", "C:\\Windows\\evil.fit", "..\\..\\evil.fit", "a\0b.fit", "con.fit", "走る\u202etif.fit", $"{new string('x', 60_000)}.fit",
        "a/./../b/.fit",
    ];

    [Theory]
    [InlineData(nameof(ActivityFileSource.Gpx), "")]
    [InlineData(nameof(ActivityFileSource.Gpx), "laughs")]
    [InlineData(nameof(ActivityFileSource.Tcx), "")]
    public async Task Entities_of_XML_are_neither_fetched_nor_expanded(string source, string trick)
    {
        await using var elsewhere = await ScriptedServer.StartAsync(Answer.Body("secret", "text/plain", 200));
        var root = source == nameof(ActivityFileSource.Gpx) ? "gpx" : "TrainingCenterDatabase";
        var xml = trick == "laughs"
            ? Laughs
            : $"""<?xml version="1.0"?><!DOCTYPE {root} SYSTEM "{elsewhere.Url}dtd" [<!ENTITY x SYSTEM "{elsewhere.Url}entity"><!ENTITY y SYSTEM "file:///etc/passwd">]><{root}>&x;&y;</{root}>""";
        await using var garmin = await GarminHarness.StartAsync(Answer.Body(xml, "application/xml", 200));

        await using var file = (await garmin.DownloadAsync(Enum.Parse<ActivityFileSource>(source))).ShouldBeOfType<ActivityDownload.Received>().File;

        (await ReadAsync(file)).ShouldBe(Encoding.UTF8.GetBytes(xml));
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_name_of_a_member_of_a_ZIP_has_no_say_in_where_it_goes(string name)
    {
        await using var garmin = await GarminHarness.StartAsync(Answer.Bytes(Some.Zip((name, Some.Fit))));

        await using var file = (await garmin.DownloadAsync()).ShouldBeOfType<ActivityDownload.Received>().File;

        await using var content = (FileStream)file.OpenRead();
        Path.GetDirectoryName(content.Name).ShouldBe(Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar));
        Path.GetFileName(content.Name).ShouldStartWith("garminsync-");
        (await ReadAsync(file)).ShouldBe(Some.Fit);
    }

    private static async Task<byte[]> ReadAsync(ActivityFile file)
    {
        await using var content = file.OpenRead();
        using var all = new MemoryStream();
        await content.CopyToAsync(all, TestContext.Current.CancellationToken);
        return all.ToArray();
    }
}
