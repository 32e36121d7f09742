using static FitTrack.Fit.Profile.FieldProfile;

namespace FitTrack.Fit.Profile;

/// <summary>What a device measured at one moment.</summary>
internal static class RecordMessage
{
    private const double PhaseScale = 0.7111111;

    public static readonly MessageProfile Record = new(
        20, "record",
        new(253, "timestamp", "s"), new(0, "position_lat", "semicircles"), new(1, "position_long", "semicircles"), Altitude(2, "altitude"),
        new(3, "heart_rate", "bpm"), new(4, "cadence", "rpm"), new(5, "distance", "m", 100), new(6, "speed", "m/s", 1000), new(7, "power", "W"),
        new(8, "compressed_speed_distance"), new(9, "grade", "%", 100), new(10, "resistance"), new(11, "time_from_course", "s", 1000),
        new(12, "cycle_length", "m", 100), new(13, "temperature", "°C"), new(17, "speed_1s", "m/s", 16), new(18, "cycles"), new(19, "total_cycles"),
        new(28, "compressed_accumulated_power"), new(29, "accumulated_power", "W"), new(30, "left_right_balance"), new(31, "gps_accuracy", "m"),
        new(32, "vertical_speed", "m/s", 1000), new(33, "calories", "kcal"), new(39, "vertical_oscillation", "mm", 10), new(40, "stance_time_percent", "%", 100),
        new(41, "stance_time", "ms", 10), new(42, "activity_type"), new(43, "left_torque_effectiveness", "%", 2), new(44, "right_torque_effectiveness", "%", 2),
        new(45, "left_pedal_smoothness", "%", 2), new(46, "right_pedal_smoothness", "%", 2), new(47, "combined_pedal_smoothness", "%", 2),
        new(48, "time128", "s", 128), new(49, "stroke_type"), new(50, "zone"), new(51, "ball_speed", "m/s", 100), new(52, "cadence256", "rpm", 256),
        new(53, "fractional_cadence", "rpm", 128), new(54, "total_hemoglobin_conc", "g/dL", 100), new(57, "saturated_hemoglobin_percent", "%", 10),
        new(62, "device_index"), new(67, "left_pco", "mm"), new(68, "right_pco", "mm"), new(69, "left_power_phase", "degrees", PhaseScale),
        new(70, "left_power_phase_peak", "degrees", PhaseScale), new(71, "right_power_phase", "degrees", PhaseScale),
        new(72, "right_power_phase_peak", "degrees", PhaseScale), new(73, "enhanced_speed", "m/s", 1000), Altitude(78, "enhanced_altitude"),
        new(81, "battery_soc", "%", 2), new(82, "motor_power", "W"), new(83, "vertical_ratio", "%", 100), new(84, "stance_time_balance", "%", 100),
        new(85, "step_length", "mm", 10), new(87, "cycle_length16", "m", 100), new(91, "absolute_pressure", "Pa"), new(92, "depth", "m", 1000),
        new(93, "next_stop_depth", "m", 1000), new(94, "next_stop_time", "s"), new(95, "time_to_surface", "s"), new(96, "ndl_time", "s"),
        new(97, "cns_load", "%"), new(98, "n2_load", "%"), new(99, "respiration_rate", "breaths/min"),
        new(108, "enhanced_respiration_rate", "breaths/min", 100), new(114, "grit"), new(115, "flow"), new(116, "current_stress", Scale: 100),
        new(117, "ebike_travel_range", "km"), new(118, "ebike_battery_level", "%"), new(119, "ebike_assist_mode"), new(120, "ebike_assist_level_percent", "%"),
        new(123, "air_time_remaining", "s"), new(124, "pressure_sac", "bar/min", 100), new(125, "volume_sac", "L/min", 100), new(126, "rmv", "L/min", 100),
        new(127, "ascent_rate", "m/s", 1000), new(129, "po2", "%", 100), new(139, "core_temperature", "°C", 100));
}
