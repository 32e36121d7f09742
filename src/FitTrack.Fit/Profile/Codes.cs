namespace FitTrack.Fit.Profile;

/// <summary>Short lists of the profile; <see cref="SportCodes"/> has the long ones.</summary>
internal static class Codes
{
    public static readonly CodeNames Sport = SportCodes.Sport;

    public static readonly CodeNames SubSport = SportCodes.SubSport;

    public static readonly CodeNames FileType = new(
        (1, "device"), (2, "settings"), (3, "sport"), (4, "activity"), (5, "workout"), (6, "course"), (7, "schedules"), (9, "weight"), (10, "totals"),
        (11, "goals"), (14, "blood_pressure"), (15, "monitoring_a"), (20, "activity_summary"), (28, "monitoring_daily"), (32, "monitoring_b"), (34, "segment"),
        (35, "segment_list"), (40, "exd_configuration"));

    /// <summary>Those whose devices are met most.</summary>
    public static readonly CodeNames Manufacturer = new(
        (1, "garmin"), (6, "srm"), (7, "quarq"), (9, "saris"), (15, "dynastream"), (23, "suunto"), (32, "wahoo_fitness"), (40, "concept2"), (41, "shimano"),
        (69, "stages_cycling"), (89, "tacx"), (95, "stryd"), (123, "polar_electro"), (255, "development"), (260, "zwift"), (263, "favero_electronics"),
        (265, "strava"), (268, "sram"), (294, "coros"));

    public static readonly CodeNames ActivityType = new((0, "manual"), (1, "auto_multi_sport"));

    public static readonly CodeNames Event = new(
        (0, "timer"), (3, "workout"), (4, "workout_step"), (5, "power_down"), (6, "power_up"), (7, "off_course"), (8, "session"), (9, "lap"),
        (10, "course_point"), (11, "battery"), (12, "virtual_partner_pace"), (13, "hr_high_alert"), (14, "hr_low_alert"), (15, "speed_high_alert"),
        (16, "speed_low_alert"), (17, "cad_high_alert"), (18, "cad_low_alert"), (19, "power_high_alert"), (20, "power_low_alert"), (21, "recovery_hr"),
        (22, "battery_low"), (23, "time_duration_alert"), (24, "distance_duration_alert"), (25, "calorie_duration_alert"), (26, "activity"),
        (27, "fitness_equipment"), (28, "length"), (32, "user_marker"), (33, "sport_point"), (36, "calibration"), (42, "front_gear_change"),
        (43, "rear_gear_change"), (44, "rider_position_change"), (45, "elev_high_alert"), (46, "elev_low_alert"), (47, "comm_timeout"),
        (54, "auto_activity_detect"), (56, "dive_alert"), (57, "dive_gas_switched"), (75, "radar_threat_alert"));

    public static readonly CodeNames EventType = new(
        (0, "start"), (1, "stop"), (3, "marker"), (4, "stop_all"), (8, "stop_disable"), (9, "stop_disable_all"));

    public static readonly CodeNames LapTrigger = new(
        (0, "manual"), (1, "time"), (2, "distance"), (3, "position_start"), (4, "position_lap"), (5, "position_waypoint"), (6, "position_marked"),
        (7, "session_end"), (8, "fitness_equipment"));

    public static readonly CodeNames SessionTrigger = new(
        (0, "activity_end"), (1, "manual"), (2, "auto_multi_sport"), (3, "fitness_equipment"));

    public static readonly CodeNames Intensity = new(
        (0, "active"), (1, "rest"), (2, "warmup"), (3, "cooldown"), (4, "recovery"), (5, "interval"), (6, "other"));

    public static readonly CodeNames SwimStroke = new(
        (0, "freestyle"), (1, "backstroke"), (2, "breaststroke"), (3, "butterfly"), (4, "drill"), (5, "mixed"), (6, "im"), (7, "im_by_round"), (8, "rimo"));

    public static readonly CodeNames LengthType = new((0, "idle"), (1, "active"));

    public static readonly CodeNames BatteryStatus = new(
        (1, "new"), (2, "good"), (3, "ok"), (4, "low"), (5, "critical"), (6, "charging"), (7, "unknown"));
}
