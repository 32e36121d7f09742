namespace GarminConnect.Simulator.Activities;

/// <summary>A row of Garmin Connect's table of activity types.</summary>
internal sealed record ActivityType(int TypeId, string TypeKey, int ParentTypeId, bool IsHidden = false, bool Restricted = false, bool Trimmable = true);
