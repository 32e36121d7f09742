using static FitTrack.Fit.Profile.FieldProfile;

namespace FitTrack.Fit.Profile;

/// <summary>Messages of an activity beside its records and totals.</summary>
internal static class ActivityMessages
{
    public static readonly MessageProfile Activity = new(
        34, "activity",
        new(253, "timestamp", "s"), new(0, "total_timer_time", "s", 1000), new(1, "num_sessions"), Code(2, "type", Codes.ActivityType), Code(3, "event", Codes.Event),
        Code(4, "event_type", Codes.EventType), new(5, "local_timestamp"), new(6, "event_group"));

    public static readonly MessageProfile Sport = new(12, "sport", Code(0, "sport", Codes.Sport), Code(1, "sub_sport", Codes.SubSport), new(3, "name"));

    public static readonly MessageProfile Event = new(
        21, "event",
        new(253, "timestamp", "s"), Code(0, "event", Codes.Event), Code(1, "event_type", Codes.EventType), new(2, "data16"), new(3, "data"), new(4, "event_group"),
        new(7, "score"), new(8, "opponent_score"), new(9, "front_gear_num"), new(10, "front_gear"), new(11, "rear_gear_num"), new(12, "rear_gear"),
        new(13, "device_index"), new(14, "activity_type"), new(15, "start_timestamp", "s"));

    public static readonly MessageProfile DeviceInfo = new(
        23, "device_info",
        new(253, "timestamp", "s"), new(0, "device_index"), new(1, "device_type"), Code(2, "manufacturer", Codes.Manufacturer), new(3, "serial_number"),
        new(4, "product"), new(5, "software_version", Scale: 100), new(6, "hardware_version"), new(7, "cum_operating_time", "s"),
        new(10, "battery_voltage", "V", 256), Code(11, "battery_status", Codes.BatteryStatus), new(18, "sensor_position"), new(19, "descriptor"),
        new(20, "ant_transmission_type"), new(21, "ant_device_number"), new(22, "ant_network"), new(25, "source_type"), new(27, "product_name"),
        new(32, "battery_level", "%"));

    /// <summary>Times between heartbeats, several in a message.</summary>
    public static readonly MessageProfile Hrv = new(78, "hrv", new FieldProfile(0, "time", "s", 1000));

    /// <summary>A length of a pool.</summary>
    public static readonly MessageProfile Length = new(
        101, "length",
        new(254, "message_index"), new(253, "timestamp", "s"), Code(0, "event", Codes.Event), Code(1, "event_type", Codes.EventType), new(2, "start_time"),
        new(3, "total_elapsed_time", "s", 1000), new(4, "total_timer_time", "s", 1000), new(5, "total_strokes", "strokes"), new(6, "avg_speed", "m/s", 1000),
        Code(7, "swim_stroke", Codes.SwimStroke), new(9, "avg_swimming_cadence", "strokes/min"), new(10, "event_group"), new(11, "total_calories", "kcal"),
        Code(12, "length_type", Codes.LengthType), new(20, "stroke_count"), new(21, "zone_count"),
        new(22, "enhanced_avg_respiration_rate", "breaths/min", 100), new(23, "enhanced_max_respiration_rate", "breaths/min", 100),
        new(24, "avg_respiration_rate", "breaths/min"), new(25, "max_respiration_rate", "breaths/min"));
}
