using System.Xml;
using GarminConnect.Simulator.Activities;

namespace GarminConnect.Simulator.Files;

/// <summary>The laps and the track as TCX.</summary>
internal static class TcxFile
{
    private const string Tcx = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
    private const string Extension = "http://www.garmin.com/xmlschemas/ActivityExtension/v2";

    public static byte[] Make(Activity activity) => XmlFile.Write(xml =>
    {
        xml.WriteStartElement("TrainingCenterDatabase", Tcx);
        xml.WriteAttributeString("xmlns", "ns3", null, Extension);
        xml.WriteStartElement("Activities");
        foreach (var leg in activity.Record())
        {
            xml.WriteStartElement("Activity");
            xml.WriteAttributeString("Sport", leg.Sport.Running ? "Running" : leg.Sport.Cycling ? "Biking" : "Other");
            xml.WriteElementString("Id", XmlFile.Time(leg.Totals.Start));
            WriteLaps(xml, leg);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WriteLaps(XmlWriter xml, Leg leg)
    {
        var written = 0;
        foreach (var lap in leg.Laps)
        {
            var end = (lap.Start - leg.Totals.Start).TotalSeconds + lap.ElapsedSeconds;
            var points = leg.Points.Skip(written).TakeWhile(point => point.ElapsedSeconds <= end).ToList();
            written += points.Count;

            xml.WriteStartElement("Lap");
            xml.WriteAttributeString("StartTime", XmlFile.Time(lap.Start));
            xml.WriteElementString("TotalTimeSeconds", XmlFile.Number(lap.TimerSeconds));
            xml.WriteElementString("DistanceMeters", XmlFile.Number(lap.DistanceMeters ?? 0));
            xml.WriteElementString("Calories", XmlFile.Number(lap.Kilocalories));
            WriteHeartRate(xml, "AverageHeartRateBpm", lap.AverageHeartRate);
            WriteHeartRate(xml, "MaximumHeartRateBpm", lap.MaxHeartRate);
            xml.WriteElementString("Intensity", "Active");
            xml.WriteElementString("TriggerMethod", "Manual");
            xml.WriteStartElement("Track");
            points.ForEach(point => WritePoint(xml, leg, point));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    private static void WritePoint(XmlWriter xml, Leg leg, TrackPoint point)
    {
        xml.WriteStartElement("Trackpoint");
        xml.WriteElementString("Time", XmlFile.Time(leg.Totals.Start.AddSeconds(point.ElapsedSeconds)));
        if (point.Position is { } position)
        {
            xml.WriteStartElement("Position");
            xml.WriteElementString("LatitudeDegrees", XmlFile.Number(position.Latitude));
            xml.WriteElementString("LongitudeDegrees", XmlFile.Number(position.Longitude));
            xml.WriteEndElement();
            xml.WriteElementString("AltitudeMeters", XmlFile.Number(point.AltitudeMeters!.Value));
        }

        if (point.DistanceMeters is { } meters)
        {
            xml.WriteElementString("DistanceMeters", XmlFile.Number(meters));
        }

        WriteHeartRate(xml, "HeartRateBpm", point.HeartRate);
        xml.WriteEndElement();
    }

    private static void WriteHeartRate(XmlWriter xml, string name, int beats)
    {
        xml.WriteStartElement(name);
        xml.WriteElementString("Value", XmlFile.Number(beats));
        xml.WriteEndElement();
    }
}
