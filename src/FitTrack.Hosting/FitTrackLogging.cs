using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;

namespace FitTrack.Hosting;

/// <summary>The logging that every FitTrack process has: Serilog, one line an event, levels from the <c>Serilog</c> configuration section.</summary>
public static class FitTrackLogging
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Replaces the default providers by Serilog. A <c>Serilog</c> section that names sinks replaces the console line.</summary>
    public static WebApplicationBuilder AddFitTrackLogging(this WebApplicationBuilder builder)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<OneLineValues>()

            // Printed once, without a stack trace, by FitTrackProcess.
            .Filter.ByExcluding(line => line.Exception is { } exception && StartFailure.ForThePerson(exception) is not null)
            .ReadFrom.Configuration(builder.Configuration);

        if (!builder.Configuration.GetSection("Serilog:WriteTo").Exists())
        {
            configuration.WriteTo.Console(outputTemplate: Line);
        }

        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(configuration.CreateLogger(), dispose: true);
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }
}
