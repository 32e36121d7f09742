namespace GarminSync.Consumers.Accounts;

/// <summary>Makes a key of a Garmin user name: Garmin counts logins per account, however its name was typed.</summary>
internal static class AccountName
{
    public static string KeyOf(string userName) => userName.Trim().ToLowerInvariant();
}
