using System.Globalization;
using System.Xml.Linq;
using GarminConnect.Simulator.Tests.Files.Fit;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Files;

public class When_a_track_is_exported
{
    private const double DegreesPerSemicircle = 180.0 / 2147483648.0;

    private static readonly XNamespace Gpx = "http://www.topografix.com/GPX/1/1";
    private static readonly XNamespace Tcx = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";

    [Fact]
    public async Task GPX_TCX_and_FIT_hold_the_same_track()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();

        foreach (var row in (await api.ListAsync()).Where(row => row.HasFit() && row.GetProperty("hasPolyline").GetBoolean()).Take(8))
        {
            var fit = FitReader.Read((await api.MemberAsync(row.Id())).Bytes).Where(message => message.Message == FitData.Record)
                .Select(record => new Point(record[0]!.Value, record[1]!.Value, record[3]!.Value)).ToList();
            var gpx = (await XmlAsync(api, "gpx", row.Id())).Descendants(Gpx + "trkpt")
                .Select(point => new Point(Semicircles(point.Attribute("lat")!.Value), Semicircles(point.Attribute("lon")!.Value), HeartRate(point, "hr")));
            var tcx = (await XmlAsync(api, "tcx", row.Id())).Descendants(Tcx + "Trackpoint")
                .Select(point => new Point(Semicircles(Text(point, "LatitudeDegrees")), Semicircles(Text(point, "LongitudeDegrees")), HeartRate(point, "HeartRateBpm")));

            fit.Count.ShouldBeGreaterThan(100);
            gpx.SequenceEqual(fit).ShouldBeTrue();
            tcx.SequenceEqual(fit).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_headers_are_those_that_were_recorded()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();

        using var answer = await api.GetAsync($"download-service/export/tcx/activity/{id}", TestSimulator.Cancel);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/vnd.garmin.tcx+xml");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldBe($"attachment; filename=activity_{id}.tcx");
    }

    private static async Task<XDocument> XmlAsync(HttpClient api, string format, long id) =>
        XDocument.Parse(await api.GetStringAsync($"download-service/export/{format}/activity/{id}", TestSimulator.Cancel));

    private static string Text(XElement point, string name) => point.Descendants().Single(element => element.Name.LocalName == name).Value;

    private static long HeartRate(XElement point, string name) => long.Parse(Text(point, name), CultureInfo.InvariantCulture);

    private static long Semicircles(string degrees) => (long)Math.Round(double.Parse(degrees, CultureInfo.InvariantCulture) / DegreesPerSemicircle);

    private sealed record Point(long Latitude, long Longitude, long HeartRate);
}
