using GarminConnect.Client;
using GarminConnect.Client.Health;

namespace GarminSample;

/// <summary>From an e-mail address to a FIT file and a week of steps. The package's readme shows this code.</summary>
internal sealed class Walkthrough(Func<string, string> ask, TokenFile tokenFile, string folder)
{
    public async Task RunAsync(Action<GarminOptions> configure, string email)
    {
        using var garmin = GarminClients.Create(configure);
        var tokens = await tokenFile.ReadAsync() ?? await SignInAsync(garmin, email);
        var session = garmin.Tokens.OpenSession(email, tokens, tokenFile.SaveAsync);

        await DownloadNewestAsync(garmin, session);
        await ShowStepsAsync(garmin, session);
    }

    private async Task<GarminTokens> SignInAsync(GarminClients garmin, string email)
    {
        var outcome = await garmin.SignIn.SignInAsync(email, ask("password"));
        while (outcome is SignInOutcome.MfaRequired or SignInOutcome.WrongCode)
        {
            var pending = outcome is SignInOutcome.MfaRequired wanted ? wanted.Pending : ((SignInOutcome.WrongCode)outcome).Pending;
            outcome = await garmin.SignIn.SubmitCodeAsync(pending, ask($"code sent by {pending.Method}"));
        }

        var signedIn = outcome as SignInOutcome.SignedIn ?? throw new SignInFailedException(outcome);
        await tokenFile.SaveAsync(signedIn.Tokens, CancellationToken.None);
        return signedIn.Tokens;
    }

    private async Task DownloadNewestAsync(GarminClients garmin, GarminSession session)
    {
        var list = await garmin.Data.ListActivitiesAsync(session, from: Today.AddDays(-30));
        foreach (var activity in list.Activities)
        {
            if (await garmin.Data.DownloadActivityAsync(session, activity.ActivityId) is ActivityDownload.Received { File: var file })
            {
                await using (file)
                {
                    await file.SaveAsync(Path.Combine(folder, $"{activity.ActivityId}.{file.Format.ToString().ToLowerInvariant()}"));
                }

                Console.WriteLine($"{activity.LocalStartTime:g} {activity.Name}: {file.Format}, {file.Length} bytes");
                return;
            }
        }
    }

    private static async Task ShowStepsAsync(GarminClients garmin, GarminSession session)
    {
        foreach (var day in await garmin.Health.ReadAsync(session, MetricCatalogue.Get("steps"), new DayRange(Today.AddDays(-6), Today)))
        {
            Console.WriteLine($"{day.Day:yyyy-MM-dd} {string.Join(", ", day.Values.Select(value => $"{value.Type.Name} {value.Value} {value.Type.Unit}"))}");
        }
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
}
