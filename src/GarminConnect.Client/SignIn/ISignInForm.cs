namespace GarminConnect.Client;

/// <summary>One of Garmin's forms of sign-in. A failure of the connection is an exception; everything else is an answer.</summary>
internal interface ISignInForm
{
    SignInForm Form { get; }

    /// <summary>The service to which its tickets are bound.</summary>
    string Service { get; }

    /// <summary>Sends user name and password once.</summary>
    Task<SignInAnswer> SignInAsync(SsoSession session, string userName, string password, CancellationToken cancellationToken);

    /// <summary>Sends the code that the sign-in waits for, in the session of that sign-in.</summary>
    Task<SignInAnswer> SubmitCodeAsync(SsoSession session, PendingMfa pending, string code, CancellationToken cancellationToken);
}
