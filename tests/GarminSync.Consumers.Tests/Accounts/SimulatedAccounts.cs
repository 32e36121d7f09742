using GarminConnect.Client.Tests;
using GarminConnect.Simulator;
using GarminSync.Consumers.Accounts;
using GarminSync.Consumers.State;
using GarminSync.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GarminSync.Consumers.Tests.Accounts;

/// <summary>The ways in, over the simulator, in as many processes as a test wants.</summary>
internal sealed class SimulatedAccounts : IAsyncDisposable
{
    public const string WithCode = "mfa@example.com";

    private SimulatedAccounts(GarminSimulator garmin, CapabilityHost host) => (Garmin, Host) = (garmin, host);

    public GarminSimulator Garmin { get; }

    public CapabilityHost Host { get; }

    public static async Task<SimulatedAccounts> StartAsync(params (string Name, string Value)[] settings)
    {
        var garmin = await GarminSimulator.StartAsync(new SimulatorOptions { DefaultActivities = 0 });
        var host = await CapabilityHost.StartAsync(
            Answer.Status(500), [.. SimulatedGarmin.Settings(garmin, settings).Select(setting => (setting.Key, setting.Value!))]);
        return new SimulatedAccounts(garmin, host);
    }

    public Task<LinkingOutcome> LoginAsync(string userName = WithCode, string password = SimulatedGarmin.Password) =>
        InNewProcessAsync(services => services.GetRequiredService<LinkByPassword>().LinkAsync(userName, password, CancellationToken.None));

    /// <summary>A login that waits for a code; returns its id.</summary>
    public async Task<string> BeginAsync() => ((LinkingOutcome.CodeWanted)await LoginAsync()).Login.LoginId;

    public Task<LinkingOutcome> SubmitAsync(string loginId, string code = SimulatedGarmin.Code) =>
        InNewProcessAsync(services => services.GetRequiredService<LinkByCode>().LinkAsync(loginId, code, CancellationToken.None));

    public Task<T> InNewProcessAsync<T>(Func<IServiceProvider, Task<T>> act) => CapabilityHost.InScopeAsync(Host.NewProcess(), act);

    public Task<T> ReadAsync<T>(Func<StateDb, Task<T>> read) => Host.InScopeAsync(services => read(services.GetRequiredService<StateDb>()));

    public Task<List<PendingLogin>> PendingAsync() => ReadAsync(db => db.Set<PendingLogin>().AsNoTracking().ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Garmin.DisposeAsync();
    }
}
