using CentralDb.Client;
using FitTrack.Databases;
using FitTrack.Hosting;
using GarminSync.Bus.Secrets;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Activities;
using GarminSync.Consumers.State;
using GarminSync.Consumers.Workouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace GarminSync.Consumers;

/// <summary>
/// <c>step-back VERSION</c>: lets the processes of the version before start on this state store again, without stopping the service. Takes the same options as the service.
/// See docs/operations.md and docs/decisions/0044-upgrade-without-a-stop.md.
/// </summary>
internal static class StepBackCommand
{
    public const string Name = "step-back";

    /// <summary>The version before this one, and the last migration that it knows. A release puts its own here.</summary>
    private const string Version = "1.0";
    private const string LastMigration = "20261122001100_FindEndedJobs";

    // What that version would read wrongly: the question, and what there is as long as the answer is not 0.
    private static readonly (string Count, string Reason)[] NotYet =
    [
        ("SELECT count(*) AS \"Value\" FROM work_item WHERE state = 'Finished'",
            "items are done and not yet counted by their jobs. Run all consumers of this version with Sync__BesideVersion1=true, and try again in a minute"),
        ("SELECT count(*) AS \"Value\" FROM pending_login WHERE sealed_state LIKE 'gs2.%'",
            "logins wait for a code and were sealed by a process without Secrets__WriteGs1. Run all gateways and consumers of this version with it, and try again"),
        ("SELECT count(*) AS \"Value\" FROM garmin_account WHERE unsaved_tokens LIKE 'gs2.%'",
            "accounts have tokens that were sealed by a process without Secrets__WriteGs1. Run all consumers of this version with it, and try again"),
        ("SELECT count(*) AS \"Value\" FROM sync_job WHERE finished_at IS NULL AND scope LIKE '%\"RemoveWorkouts\":true%'",
            "jobs take workouts back, which version 1.0 would upload. Let them end, or cancel them"),
        ("SELECT count(*) AS \"Value\" FROM user_erasure WHERE erased_at IS NULL",
            "users are being erased, which version 1.0 would not go on with. Let that end"),
    ];

    /// <param name="args">The version and options.</param>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [Version, .. var options])
        {
            return await RefuseAsync($"Use '{Name} {Version}', followed by the options of the service, to let version {Version} start on this state store again.");
        }

        var builder = WebApplication.CreateBuilder(options);
        builder.AddSecretsFolder();
        try
        {
            builder.AddFitTrackLogging();
            builder.Services.AddConsumerServices(builder.Configuration);
            await using var app = builder.Build();
            await using var scope = app.Services.CreateAsyncScope();
            return await StepBackAsync(scope.ServiceProvider);
        }
        catch (Exception exception) when (exception is OptionsValidationException or StartRefusedException or InvalidOperationException or IOException or UnsealException or UnauthorizedAccessException)
        {
            return await RefuseAsync(exception.Message);
        }
    }

    private static async Task<int> StepBackAsync(IServiceProvider services)
    {
        if (!services.GetRequiredService<IOptions<SecretOptions>>().Value.WriteGs1)
        {
            return await RefuseAsync($"Version {Version} cannot open what this one seals. First run all gateways and consumers with Secrets__WriteGs1=true, then this command, also with it.");
        }

        var db = services.GetRequiredService<StateDb>();
        await DatabaseUpgrade.RunAsync(db, CancellationToken.None);
        if (services.GetRequiredService<IOptions<CentralDbOptions>>().Value.SecretFormat != SecretFormat.Plaintext)
        {
            var resealed = await services.GetRequiredService<Resealing>().RunAsync(CancellationToken.None);
            if (resealed.Failures.Count > 0)
            {
                return await RefuseAsync($"{resealed.Failures.Count} accounts could not be sealed for version {Version}; run it again:\n{string.Join('\n', resealed.Failures)}");
            }
        }

        var again = await db.Set<SyncedActivity>().CountAsync(activity => activity.GoneAt == null && EF.Functions.Like(activity.ContentHash, "%:%"));
        if (again > 0)
        {
            await Console.Out.WriteLineAsync(
                $"{again} activities are noted in a way that version {Version} does not know: it fetches them again and announces a new revision. To prevent that, sync them with Sync__BesideVersion1=true, then run this again.");
        }

        await StepBack.RunAsync(db, LastMigration, cancellationToken => MakeReadableAsync(db, cancellationToken), CancellationToken.None);
        await Console.Out.WriteLineAsync(
            $"Version {Version} can start on this state store: start its consumers, then its gateways, and stop those of this version. CentralDB stays as it is. When a process of this version starts again, the state store is its own again.");
        return 0;
    }

    private static async Task MakeReadableAsync(StateDb db, CancellationToken cancellationToken)
    {
        foreach (var (count, reason) in NotYet)
        {
            if (await db.Database.SqlQueryRaw<long>(count).SingleAsync(cancellationToken) is > 0 and var found)
            {
                throw new InvalidOperationException($"{found} {reason}.");
            }
        }

        // It would take the state for a fault. To have no row is to have uploaded nothing, which is what it is now.
        await db.Set<UploadedWorkout>().Where(workout => workout.State == UploadedWorkoutState.Removed).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
