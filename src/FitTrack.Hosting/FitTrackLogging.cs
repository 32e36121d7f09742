using FitTrack.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Filters;

namespace FitTrack.Hosting;

/// <summary>The logging that every FitTrack process has: Serilog, one line an event, levels from the <c>Serilog</c> configuration section.</summary>
public static class FitTrackLogging
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>Replaces the default providers by Serilog. A <c>Serilog</c> section that names sinks replaces the console line.</summary>
    /// <remarks>A sink or an enricher among the services is used too. With <see cref="TelemetryRegistration"/> lines go where that says, too.</remarks>
    public static WebApplicationBuilder AddFitTrackLogging(this WebApplicationBuilder builder)
    {
        // Without the static logger: several servers may run in one process, and each has a log of its own.
        builder.Services.AddSerilog(
            (services, log) =>
            {
                Configure(log, builder.Configuration).ReadFrom.Services(services);
                log.WriteToOtlp(builder);
            },
            preserveStaticLogger: true);
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

            // At the level Debug it writes down what browsers send: passwords, codes and tickets among it. No level may be set so.
            .Filter.ByExcluding(Matching.FromSource("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher"))

            // Printed once, without a stack trace, by FitTrackProcess.
            .Filter.ByExcluding(IsFailureToStart);
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

    // Of whom starts the process. The same exception of anybody else, in a process that runs, is for the log.
    private static bool IsFailureToStart(LogEvent line) =>
        line.Exception is StartRefusedException
        || (line.Exception is { } exception
            && line.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
            && source is ScalarValue { Value: "Microsoft.Extensions.Hosting.Internal.Host" or "Microsoft.AspNetCore.Server.Kestrel" }
            && StartFailure.ForThePerson(exception) is not null);
}
