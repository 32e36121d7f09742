using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Events;

namespace FitTrack.Hosting;

/// <summary>The logging that every FitTrack process has: Serilog, one line an event, levels from the <c>Serilog</c> configuration section.</summary>
public static class FitTrackLogging
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Replaces the default providers by Serilog. A <c>Serilog</c> section that names sinks replaces the console line.</summary>
    /// <remarks>A sink or an enricher among the services is used too.</remarks>
    public static WebApplicationBuilder AddFitTrackLogging(this WebApplicationBuilder builder)
    {
        // Without the static logger: several servers may run in one process, and each has a log of its own.
        builder.Services.AddSerilog((services, log) => Configure(log, builder.Configuration).ReadFrom.Services(services), preserveStaticLogger: true);
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    private static LoggerConfiguration Configure(LoggerConfiguration log, ConfigurationManager configuration)
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning)

            // Polly tells of every repeat and time limit. What came of the call is told by its caller, once.
            .MinimumLevel.Override("Polly", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            .Enrich.With<OneLineValues>()

            // Printed once, without a stack trace, by FitTrackProcess.
            .Filter.ByExcluding(line => line.Exception is { } exception && StartFailure.ForThePerson(exception) is not null);
        try
        {
            log.ReadFrom.Configuration(configuration);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException)
        {
            throw new StartRefusedException($"The options of the log cannot be used: {exception.Message} They begin with Serilog__.", exception);
        }

        return configuration.GetSection("Serilog:WriteTo").Exists() ? log : log.WriteTo.Console(outputTemplate: Line);
    }
}
