using GarminConnect.Client;

namespace GarminSample;

/// <summary>What the sample is told on its command line. No password: other users of the machine can read command lines.</summary>
internal sealed record Arguments(string Email, string Folder, Uri? Simulator)
{
    public const string Usage = """
        GarminConnect.Client.Sample <e-mail> [<folder>] [--simulator <url>]

        Signs in to Garmin Connect, downloads the newest activity into the folder (default: the current one) and prints the steps of a week.
        The password is read from the variable GARMIN_PASSWORD, or asked for.

        --simulator <url>   the simulator instead of Garmin: dotnet run --project sandbox/GarminConnect.Simulator --urls http://127.0.0.1:8200
        """;

    /// <summary>Null when they make no sense.</summary>
    public static Arguments? Read(string[] args)
    {
        var at = Array.IndexOf(args, "--simulator");
        var simulator = at >= 0 && at + 1 < args.Length && Uri.TryCreate(args[at + 1], UriKind.Absolute, out var url) ? url : null;
        var others = at < 0 ? args : [.. args[..at], .. args.Skip(at + 2)];
        return others.Length is 1 or 2 && !others.Any(other => other.StartsWith('-')) && (at < 0 || simulator is not null)
            ? new Arguments(others[0], others.ElementAtOrDefault(1) ?? ".", simulator)
            : null;
    }

    public void Configure(GarminOptions options)
    {
        if (Simulator is { } simulator)
        {
            options.Sandbox = true;
            options.SsoUrl = options.DiAuthUrl = options.ConnectApiUrl = simulator;
            options.RequestsPerSecond = 100;
        }
    }
}
