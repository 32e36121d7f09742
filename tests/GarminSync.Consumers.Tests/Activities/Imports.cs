using GarminConnect.Client.Tests;
using GarminSync.Consumers.Activities;
using GarminSync.Contracts;
using GarminSync.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace GarminSync.Consumers.Tests.Activities;

/// <summary>Imports of one activity, as the jobs of an account order them.</summary>
internal static class Imports
{
    public const string Row = """{"activityId":5,"activityName":"Morning Run","activityType":{"typeKey":"running"},"startTimeGMT":"2026-01-08 14:10:21","distance":4261.5}""";

    public const string Typed = """{"manualActivity":true,"activityId":5,"activityName":"Yoga"}""";

    public static readonly RequestDelegate WholeFile = Answer.Bytes(Some.Zip(("5_ACTIVITY.fit", Some.Fit)));

    public static readonly RequestDelegate Missing = Answer.Json("""{"message":"HTTP 404 Not Found","error":"NotFoundException"}""", 404);

    /// <summary>Garmin has the original and not the others.</summary>
    public static readonly RequestDelegate OriginalOnly = context => (context.Request.Path.Value!.Contains("/export/", StringComparison.Ordinal) ? Missing : WholeFile)(context);

    public static string Renamed(string name) => Row.Replace("Morning Run", name, StringComparison.Ordinal);

    public static Task<ActivityImport> ImportAsync(this CapabilityHost host, string row, params string[] formats) => host.ImportAsync(row, listedAt: null, formats);

    public static Task<ActivityImport> ImportAsync(this CapabilityHost host, string row, DateTimeOffset? listedAt, params string[] formats) =>
        host.TryAsync(attempt: 1, row, listedAt, formats);

    public static Task<ActivityImport> TryAsync(this CapabilityHost host, int attempt, string row, params string[] formats) =>
        host.TryAsync(attempt, row, listedAt: null, formats);

    public static Task<ActivityImport> TryAsync(this CapabilityHost host, int attempt, string row, DateTimeOffset? listedAt, params string[] formats) => host.InScopeAsync(services =>
        services.GetRequiredService<ActivityImporter>().ImportAsync(
            GarminHarness.Session(),
            new FetchActivity
            {
                JobId = Guid.NewGuid(),
                ItemId = Guid.NewGuid(),
                Attempt = attempt,
                Failures = attempt - 1,
                UserId = Plans.User,
                Order = new ActivityOrder { Row = row, Formats = formats is [] ? [ActivityFileFormats.Original] : formats, ListedAt = listedAt },
            },
            CancellationToken.None));

    /// <summary>The event of an import that went well.</summary>
    public static async Task<ActivitySynced> SyncAsync(this CapabilityHost host, string row, params string[] formats) =>
        (await host.ImportAsync(row, formats)).ShouldBeOfType<ActivityImport.Synced>().Activity;

    /// <summary>Garmin answers this for the originals, this for what it renders, and questions about activities as it always does.</summary>
    public static RequestDelegate Files(RequestDelegate original, RequestDelegate? rendered = null) => context =>
    {
        var path = context.Request.Path.Value!;
        return (path.Contains("/export/", StringComparison.Ordinal) ? rendered ?? Missing
            : path.StartsWith("/download-service/", StringComparison.Ordinal) ? original
            : Answer.Json("""{"activityId":5}"""))(context);
    };

    public static int Downloads(this CapabilityHost host, string path = "/download-service/files/") =>
        host.Garmin.Requests.Count(request => request.Target.StartsWith(path, StringComparison.Ordinal));

    /// <summary>The only row of the ledger.</summary>
    public static async Task<SyncedActivity?> OnlyAsync(this CapabilityHost host) => (await host.LedgerAsync()).SingleOrDefault();
}
