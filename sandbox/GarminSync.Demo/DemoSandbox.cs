using FitTrack.Hosting;
using GarminConnect.Simulator;

namespace GarminSync.Demo;

/// <summary>What the demo has of its own: a simulated Garmin Connect, a CentralDB and a folder, and the configuration that points the service at them.</summary>
internal sealed class DemoSandbox : IAsyncDisposable
{
    private readonly GarminSimulator _garmin;

    private DemoSandbox(GarminSimulator garmin) => _garmin = garmin;

    public static async Task<DemoSandbox> StartAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var options = new SimulatorOptions();
        configuration.GetSection(SimulatorOptions.SectionName).Bind(options);
        return new DemoSandbox(await GarminSimulator.StartAsync(options));
    }

    public void Configure(WebApplicationBuilder builder)
    {
        var garmin = _garmin.BaseAddress.ToString();
        builder.Configuration["DataFolder"] ??= Path.Combine("data", "demo");
        builder.Configuration["CentralDb:Url"] ??= "http://localhost:8100";
        builder.Configuration["EmbeddedCentralDb:Always"] = "true";
        builder.Configuration["Garmin:Sandbox"] = "true";
        builder.Configuration["Garmin:SsoUrl"] = garmin;
        builder.Configuration["Garmin:DiAuthUrl"] = garmin;
        builder.Configuration["Garmin:ConnectApiUrl"] = garmin;
        builder.Configuration["Garmin:ConnectUrl"] = garmin;

        // The simulator does not mind, and nobody wants to try a demo at the pace that Garmin is owed.
        builder.Configuration["Garmin:RequestsPerSecond"] ??= "200";
        builder.Configuration["Gateway:Login:AttemptsPerAccount"] ??= "1000";
        builder.Configuration["Gateway:Login:AttemptsPerAddress"] ??= "1000";

        LogToFile(builder.Configuration, "garminsync.log", "Serilog");
        LogToFile(builder.Configuration, "centraldb.log", "EmbeddedCentralDb:Serilog");
        builder.Services.AddHostedService<DemoRun>();
        builder.Services.AddSingleton(_garmin);
    }

    public ValueTask DisposeAsync() => _garmin.DisposeAsync();

    // The terminal belongs to the progress bar.
    private static void LogToFile(ConfigurationManager configuration, string file, string section)
    {
        configuration[$"{section}:WriteTo:0:Name"] = "File";
        configuration[$"{section}:WriteTo:0:Args:path"] = Path.Combine(DataFolder.Get(configuration), file);
        configuration[$"{section}:WriteTo:0:Args:fileSizeLimitBytes"] = "10000000";
        configuration[$"{section}:WriteTo:0:Args:rollOnFileSizeLimit"] = "true";
        configuration[$"{section}:WriteTo:0:Args:retainedFileCountLimit"] = "3";
    }
}
