using static FitTrack.Fit.Profile.FieldProfile;

namespace FitTrack.Fit.Profile;

/// <summary>The totals of a lap. What a session has too has the same name there, and often another number.</summary>
internal static class LapMessage
{
    public static readonly MessageProfile Lap = new(
        19, "lap",
        new(254, "message_index"), new(253, "timestamp", "s"), Code(0, "event", Codes.Event), Code(1, "event_type", Codes.EventType), new(2, "start_time"),
        new(3, "start_position_lat", "semicircles"), new(4, "start_position_long", "semicircles"), new(5, "end_position_lat", "semicircles"),
        new(6, "end_position_long", "semicircles"), new(7, "total_elapsed_time", "s", 1000), new(8, "total_timer_time", "s", 1000),
        new(9, "total_distance", "m", 100), new(10, "total_cycles"), new(11, "total_calories", "kcal"), new(12, "total_fat_calories", "kcal"),
        new(13, "avg_speed", "m/s", 1000), new(14, "max_speed", "m/s", 1000), new(15, "avg_heart_rate", "bpm"), new(16, "max_heart_rate", "bpm"),
        new(17, "avg_cadence", "rpm"), new(18, "max_cadence", "rpm"), new(19, "avg_power", "W"), new(20, "max_power", "W"), new(21, "total_ascent", "m"),
        new(22, "total_descent", "m"), Code(23, "intensity", Codes.Intensity), Code(24, "lap_trigger", Codes.LapTrigger), Code(25, "sport", Codes.Sport),
        new(26, "event_group"), new(32, "num_lengths"), new(33, "normalized_power", "W"), new(34, "left_right_balance"), new(35, "first_length_index"),
        new(37, "avg_stroke_distance", "m", 100), Code(38, "swim_stroke", Codes.SwimStroke), Code(39, "sub_sport", Codes.SubSport), new(40, "num_active_lengths"),
        new(41, "total_work", "J"), Altitude(42, "avg_altitude"), Altitude(43, "max_altitude"), new(44, "gps_accuracy", "m"), new(45, "avg_grade", "%", 100),
        new(46, "avg_pos_grade", "%", 100), new(47, "avg_neg_grade", "%", 100), new(48, "max_pos_grade", "%", 100), new(49, "max_neg_grade", "%", 100),
        new(50, "avg_temperature", "°C"), new(51, "max_temperature", "°C"), new(52, "total_moving_time", "s", 1000),
        new(53, "avg_pos_vertical_speed", "m/s", 1000), new(54, "avg_neg_vertical_speed", "m/s", 1000), new(55, "max_pos_vertical_speed", "m/s", 1000),
        new(56, "max_neg_vertical_speed", "m/s", 1000), new(57, "time_in_hr_zone", "s", 1000), new(58, "time_in_speed_zone", "s", 1000),
        new(59, "time_in_cadence_zone", "s", 1000), new(60, "time_in_power_zone", "s", 1000), new(61, "repetition_num"), Altitude(62, "min_altitude"),
        new(63, "min_heart_rate", "bpm"), new(71, "wkt_step_index"), new(75, "stroke_count"), new(76, "zone_count"),
        new(77, "avg_vertical_oscillation", "mm", 10), new(78, "avg_stance_time_percent", "%", 100), new(79, "avg_stance_time", "ms", 10),
        new(80, "avg_fractional_cadence", "rpm", 128), new(81, "max_fractional_cadence", "rpm", 128), new(82, "total_fractional_cycles", Scale: 128),
        new(91, "avg_left_torque_effectiveness", "%", 2), new(92, "avg_right_torque_effectiveness", "%", 2), new(93, "avg_left_pedal_smoothness", "%", 2),
        new(94, "avg_right_pedal_smoothness", "%", 2), new(95, "avg_combined_pedal_smoothness", "%", 2), new(98, "time_standing", "s", 1000),
        new(99, "stand_count"), new(110, "enhanced_avg_speed", "m/s", 1000), new(111, "enhanced_max_speed", "m/s", 1000), Altitude(112, "enhanced_avg_altitude"),
        Altitude(113, "enhanced_min_altitude"), Altitude(114, "enhanced_max_altitude"), new(118, "avg_vertical_ratio", "%", 100),
        new(119, "avg_stance_time_balance", "%", 100), new(120, "avg_step_length", "mm", 10), new(121, "avg_vam", "m/s", 1000), new(122, "avg_depth", "m", 1000),
        new(123, "max_depth", "m", 1000), new(124, "min_temperature", "°C"), new(136, "enhanced_avg_respiration_rate", "breaths/min", 100),
        new(137, "enhanced_max_respiration_rate", "breaths/min", 100), new(147, "avg_respiration_rate", "breaths/min"),
        new(148, "max_respiration_rate", "breaths/min"), new(149, "total_grit"), new(150, "total_flow"), new(151, "jump_count"), new(153, "avg_grit"),
        new(154, "avg_flow"), new(156, "total_fractional_ascent", "m", 100), new(157, "total_fractional_descent", "m", 100),
        new(158, "avg_core_temperature", "°C", 100), new(159, "min_core_temperature", "°C", 100), new(160, "max_core_temperature", "°C", 100));
}
