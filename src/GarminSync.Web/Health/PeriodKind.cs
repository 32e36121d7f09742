namespace GarminSync.Web.Health;

/// <summary>How much of an account's health is looked at at once.</summary>
public enum PeriodKind
{
    Day,
    Week,
    Month,
    Year,
    All,
}
