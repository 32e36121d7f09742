using static FitTrack.Fit.Profile.FieldProfile;

namespace FitTrack.Fit.Profile;

/// <summary>The totals of a session: of an activity, or of one sport of a multisport activity.</summary>
internal static class SessionMessage
{
    public static readonly MessageProfile Session = new(
        18, "session",
        new(254, "message_index"), new(253, "timestamp", "s"), Code(0, "event", Codes.Event), Code(1, "event_type", Codes.EventType), new(2, "start_time"),
        new(3, "start_position_lat", "semicircles"), new(4, "start_position_long", "semicircles"), Code(5, "sport", Codes.Sport),
        Code(6, "sub_sport", Codes.SubSport), new(7, "total_elapsed_time", "s", 1000), new(8, "total_timer_time", "s", 1000), new(9, "total_distance", "m", 100),
        new(10, "total_cycles"), new(11, "total_calories", "kcal"), new(13, "total_fat_calories", "kcal"), new(14, "avg_speed", "m/s", 1000),
        new(15, "max_speed", "m/s", 1000), new(16, "avg_heart_rate", "bpm"), new(17, "max_heart_rate", "bpm"), new(18, "avg_cadence", "rpm"),
        new(19, "max_cadence", "rpm"), new(20, "avg_power", "W"), new(21, "max_power", "W"), new(22, "total_ascent", "m"), new(23, "total_descent", "m"),
        new(24, "total_training_effect", Scale: 10), new(25, "first_lap_index"), new(26, "num_laps"), new(27, "event_group"),
        Code(28, "trigger", Codes.SessionTrigger), new(29, "nec_lat", "semicircles"), new(30, "nec_long", "semicircles"), new(31, "swc_lat", "semicircles"),
        new(32, "swc_long", "semicircles"), new(33, "num_lengths"), new(34, "normalized_power", "W"), new(35, "training_stress_score", "tss", 10),
        new(36, "intensity_factor", "if", 1000), new(37, "left_right_balance"), new(38, "end_position_lat", "semicircles"),
        new(39, "end_position_long", "semicircles"), new(41, "avg_stroke_count", "strokes/lap", 10), new(42, "avg_stroke_distance", "m", 100),
        Code(43, "swim_stroke", Codes.SwimStroke), new(44, "pool_length", "m", 100), new(45, "threshold_power", "W"), new(46, "pool_length_unit"),
        new(47, "num_active_lengths"), new(48, "total_work", "J"), Altitude(49, "avg_altitude"), Altitude(50, "max_altitude"), new(51, "gps_accuracy", "m"),
        new(52, "avg_grade", "%", 100), new(53, "avg_pos_grade", "%", 100), new(54, "avg_neg_grade", "%", 100), new(55, "max_pos_grade", "%", 100),
        new(56, "max_neg_grade", "%", 100), new(57, "avg_temperature", "°C"), new(58, "max_temperature", "°C"), new(59, "total_moving_time", "s", 1000),
        new(60, "avg_pos_vertical_speed", "m/s", 1000), new(61, "avg_neg_vertical_speed", "m/s", 1000), new(62, "max_pos_vertical_speed", "m/s", 1000),
        new(63, "max_neg_vertical_speed", "m/s", 1000), new(64, "min_heart_rate", "bpm"), new(65, "time_in_hr_zone", "s", 1000),
        new(66, "time_in_speed_zone", "s", 1000), new(67, "time_in_cadence_zone", "s", 1000), new(68, "time_in_power_zone", "s", 1000),
        new(69, "avg_lap_time", "s", 1000), new(70, "best_lap_index"), Altitude(71, "min_altitude"), new(85, "stroke_count"), new(86, "zone_count"),
        new(89, "avg_vertical_oscillation", "mm", 10), new(90, "avg_stance_time_percent", "%", 100), new(91, "avg_stance_time", "ms", 10),
        new(92, "avg_fractional_cadence", "rpm", 128), new(93, "max_fractional_cadence", "rpm", 128), new(94, "total_fractional_cycles", Scale: 128),
        new(101, "avg_left_torque_effectiveness", "%", 2), new(102, "avg_right_torque_effectiveness", "%", 2), new(103, "avg_left_pedal_smoothness", "%", 2),
        new(104, "avg_right_pedal_smoothness", "%", 2), new(105, "avg_combined_pedal_smoothness", "%", 2), new(110, "sport_profile_name"), new(111, "sport_index"),
        new(112, "time_standing", "s", 1000), new(113, "stand_count"), new(124, "enhanced_avg_speed", "m/s", 1000), new(125, "enhanced_max_speed", "m/s", 1000),
        Altitude(126, "enhanced_avg_altitude"), Altitude(127, "enhanced_min_altitude"), Altitude(128, "enhanced_max_altitude"),
        new(132, "avg_vertical_ratio", "%", 100), new(133, "avg_stance_time_balance", "%", 100), new(134, "avg_step_length", "mm", 10),
        new(137, "total_anaerobic_training_effect", Scale: 10), new(139, "avg_vam", "m/s", 1000), new(140, "avg_depth", "m", 1000), new(141, "max_depth", "m", 1000),
        new(142, "surface_interval", "s"), new(147, "avg_respiration_rate", "breaths/min"), new(148, "max_respiration_rate", "breaths/min"),
        new(149, "min_respiration_rate", "breaths/min"), new(150, "min_temperature", "°C"), new(156, "dive_number"), new(168, "training_load_peak", Scale: 65536),
        new(169, "enhanced_avg_respiration_rate", "breaths/min", 100), new(170, "enhanced_max_respiration_rate", "breaths/min", 100),
        new(180, "enhanced_min_respiration_rate", "breaths/min", 100), new(181, "total_grit"), new(182, "total_flow"), new(183, "jump_count"), new(186, "avg_grit"),
        new(187, "avg_flow"), new(192, "workout_feel"), new(193, "workout_rpe"), new(194, "avg_spo2", "%"), new(195, "avg_stress"),
        new(197, "sdrr_hrv", "ms"), new(198, "rmssd_hrv", "ms"), new(199, "total_fractional_ascent", "m", 100), new(200, "total_fractional_descent", "m", 100),
        new(208, "avg_core_temperature", "°C", 100), new(209, "min_core_temperature", "°C", 100), new(210, "max_core_temperature", "°C", 100));
}
