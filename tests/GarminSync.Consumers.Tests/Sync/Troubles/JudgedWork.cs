using GarminConnect.Client;
using GarminConnect.Client.Tests;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.Sync;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GarminSync.Consumers.Tests.Sync;

using Answer = GarminSync.Testing.Answer;

/// <summary>Work of account 7 that asks Garmin for one activity, and whose failure is judged.</summary>
internal static class JudgedWork
{
    /// <summary>The path of the activity.</summary>
    public const string Broken = "/activity-service/activity/5";

    /// <summary>The path by which Garmin is asked whether it is there.</summary>
    public const string Profile = "/userprofile-service";

    public static readonly RequestDelegate Cloudflare = Answer.Html(403, "<html>Attention Required! | Cloudflare</html>");

    public static LinkedCredentials Linked => new("athlete@example.com", null, Some.Tokens());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CapabilityHost> StartAsync(RequestDelegate garmin, TimeProvider clock)
    {
        var host = await CapabilityHost.StartAsync(garmin, clock);
        await host.LinkAsync("7", Linked);
        return host;
    }

    public static Task<Trouble?> AskAsync(this CapabilityHost host, string userId = "7") =>
        host.InScopeAsync(services => services.GetRequiredService<WorkAttempts>().Of(userId).RunAsync(session => FindAsync(services, session), Token));

    public static async Task<Trouble?> FindAsync(IServiceProvider services, GarminSession session)
    {
        await services.GetRequiredService<GarminConnectClient>().FindActivityAsync(session, 5, Token);
        return null;
    }

    /// <summary>What is away, as the process sees it.</summary>
    public static IReadOnlyList<Outage> Outages(this CapabilityHost host) =>
        host.InScopeAsync(services => Task.FromResult(services.GetRequiredService<Outages>().Current)).GetAwaiter().GetResult();
}
