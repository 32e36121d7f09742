using System.Xml;
using GarminConnect.Simulator.Activities;

namespace GarminConnect.Simulator.Files;

/// <summary>The track as GPX 1.1 with Garmin's heart rate and cadence extension.</summary>
internal static class GpxFile
{
    private const string Gpx = "http://www.topografix.com/GPX/1/1";
    private const string Extension = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1";

    public static byte[] Make(Activity activity) => XmlFile.Write(xml =>
    {
        xml.WriteStartElement("gpx", Gpx);
        xml.WriteAttributeString("creator", "Garmin Connect");
        xml.WriteAttributeString("version", "1.1");
        xml.WriteAttributeString("xmlns", "ns3", null, Extension);
        xml.WriteStartElement("metadata");
        xml.WriteElementString("time", XmlFile.Time(activity.Start));
        xml.WriteEndElement();
        xml.WriteStartElement("trk");
        xml.WriteElementString("name", activity.Name);
        xml.WriteElementString("type", ActivityTypes.Get(activity.TypeId).TypeKey);
        foreach (var leg in activity.Record().Where(leg => leg.Sport.HasPosition))
        {
            xml.WriteStartElement("trkseg");
            foreach (var point in leg.Points)
            {
                WritePoint(xml, leg, point);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    private static void WritePoint(XmlWriter xml, Leg leg, TrackPoint point)
    {
        xml.WriteStartElement("trkpt");
        xml.WriteAttributeString("lat", XmlFile.Number(point.Position!.Latitude));
        xml.WriteAttributeString("lon", XmlFile.Number(point.Position.Longitude));
        xml.WriteElementString("ele", XmlFile.Number(point.AltitudeMeters!.Value));
        xml.WriteElementString("time", XmlFile.Time(leg.Totals.Start.AddSeconds(point.ElapsedSeconds)));
        xml.WriteStartElement("extensions");
        xml.WriteStartElement("ns3", "TrackPointExtension", Extension);
        xml.WriteElementString("atemp", Extension, XmlFile.Number(point.Celsius));
        xml.WriteElementString("hr", Extension, XmlFile.Number(point.HeartRate));
        if (point.Cadence is { } cadence)
        {
            xml.WriteElementString("cad", Extension, XmlFile.Number(cadence));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
