using GarminConnect.Client.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GarminConnect.Client;

/// <summary>
/// All clients of Garmin Connect, for programs without a container. One instance serves any number of accounts and threads; keep it as long as the program
/// runs, because it counts the requests of each account.
/// </summary>
public sealed class GarminClients : IDisposable
{
    private readonly ServiceProvider _services;

    private GarminClients(ServiceProvider services) => _services = services;

    /// <summary>Signs in with a password, and sends the code of the two-step verification.</summary>
    public GarminSignIn SignIn => _services.GetRequiredService<GarminSignIn>();

    /// <summary>Signs in with a service ticket that a person took from a browser.</summary>
    public ServiceTickets Tickets => _services.GetRequiredService<ServiceTickets>();

    /// <summary>Takes over the tokens of another client.</summary>
    public ImportedTokens ImportedTokens => _services.GetRequiredService<ImportedTokens>();

    /// <summary>Renews tokens, and opens sessions that renew theirs by themselves.</summary>
    public GarminTokenClient Tokens => _services.GetRequiredService<GarminTokenClient>();

    /// <summary>Profile, activities and their files.</summary>
    public GarminConnectClient Data => _services.GetRequiredService<GarminConnectClient>();

    /// <summary>Health metrics.</summary>
    public GarminHealth Health => _services.GetRequiredService<GarminHealth>();

    /// <summary>Workouts and their days in the calendar.</summary>
    public GarminWorkouts Workouts => _services.GetRequiredService<GarminWorkouts>();

    /// <summary>Makes the clients.</summary>
    /// <param name="configure">Sets the options; null: Garmin's own servers and the defaults of <see cref="GarminOptions"/>.</param>
    /// <param name="clock">Tells the time; null: the system's.</param>
    /// <exception cref="OptionsValidationException">Options break a rule; the message names all of them.</exception>
    public static GarminClients Create(Action<GarminOptions>? configure = null, TimeProvider? clock = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(clock ?? TimeProvider.System)
            .AddGarminConnect(configure ?? (_ => { }))
            .BuildServiceProvider();
        try
        {
            _ = services.GetRequiredService<IOptions<GarminOptions>>().Value;
            return new GarminClients(services);
        }
        catch
        {
            services.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();
}
