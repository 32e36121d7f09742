namespace GarminSync.Consumers.Accounts;

/// <summary>Garmin's user names as keys: Garmin counts logins per account, whichever way its name was typed.</summary>
internal static class AccountName
{
    public static string KeyOf(string userName) => userName.Trim().ToLowerInvariant();
}
