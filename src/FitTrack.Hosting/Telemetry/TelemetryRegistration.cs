using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;

namespace FitTrack.Hosting.Telemetry;

/// <summary>Traces, metrics and logs by OpenTelemetry, the same for every program; off unless <see cref="TelemetryOptions"/> say otherwise (docs/telemetry.md).</summary>
public static class TelemetryRegistration
{
    /// <summary>The path of the metrics for Prometheus.</summary>
    public const string MetricsPath = "/metrics";

    private static readonly object Service = new();
    private static readonly object IsLeft = new();

    // One for the process: its traces, metrics and logs name the same.
    private static readonly string InstanceId = Guid.NewGuid().ToString();

    // Every source and meter of ours is named after its project.
    private static readonly string[] Ours = ["GarminSync.*", "GarminConnect.*", "CentralDb.*", "FitTrack.*"];

    // What the instruments of MassTransit may be told apart by. Queues are left out: each process has one of its own, with a random name.
    private static readonly string[] MessageTags =
        ["messaging.masstransit.message_type", "messaging.masstransit.consumer_type", "messaging.masstransit.exception_type"];

    /// <summary>Adds what the options ask for. After the configuration is whole: it is read at once.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="service">What the process is called in all that it tells, such as <c>garminsync-gateway</c>.</param>
    public static WebApplicationBuilder AddFitTrackTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Host.Properties[Service] = service;
        if (builder.Host.Properties.ContainsKey(IsLeft))
        {
            builder.Services.PostConfigure<TelemetryOptions>(told => told.Prometheus = false);
            return builder;
        }

        var options = OptionsIn(builder);
        if (!options.HasMetrics() || !IsValid(options))
        {
            // Bad options are refused at the start, with all others.
            return builder;
        }

        // .NET itself sends the trace along with a call. This would do it too, to servers as well that must not be told.
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddAttributes(ResourceOf(service)))
            .WithMetrics(metrics => AddMetrics(metrics, options));
        if (options.OtlpEndpoint is not null)
        {
            telemetry.WithTracing(tracing => AddTraces(tracing, options));
        }

        return builder;
    }

    /// <summary>Maps <see cref="MetricsPath"/>, if it is wanted.</summary>
    /// <returns>To say who may read it; null when there is nothing to read.</returns>
    public static IEndpointConventionBuilder? MapFitTrackMetrics(this WebApplication app) =>
        app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value.Prometheus ? app.MapPrometheusScrapingEndpoint(MetricsPath) : null;

    /// <summary>
    /// To be called for a server within a process that has telemetry already, before the server adds its own: spans and metrics of the whole process are collected there.
    /// The log of the server is sent all the same, because it has one of its own.
    /// </summary>
    public static void LeaveTelemetryToTheProcess(this WebApplicationBuilder builder) => builder.Host.Properties[IsLeft] = true;

    /// <summary>Sends the log too, where the traces go.</summary>
    internal static void WriteToOtlp(this LoggerConfiguration log, WebApplicationBuilder builder)
    {
        if (builder.Host.Properties.TryGetValue(Service, out var named) && named is string service
            && OptionsIn(builder) is { OtlpEndpoint: { } endpoint } options && IsValid(options))
        {
            log.WriteTo.OpenTelemetry(
                sink =>
                {
                    sink.LogsEndpoint = Below(endpoint, "v1/logs").ToString();
                    sink.TracesEndpoint = null;
                    sink.Protocol = Serilog.Sinks.OpenTelemetry.OtlpProtocol.HttpProtobuf;
                    sink.ResourceAttributes = ResourceOf(service);
                },
                ignoreEnvironment: true);
        }
    }

    private static TelemetryOptions OptionsIn(WebApplicationBuilder builder) =>
        builder.Configuration.GetSection(TelemetryOptions.SectionName).Get<TelemetryOptions>() ?? new TelemetryOptions();

    private static bool IsValid(TelemetryOptions options) => !options.Validate(new(options)).Any() && options.TraceRatio is >= 0 and <= 1 && options.Interval > TimeSpan.Zero;

    private static void AddMetrics(MeterProviderBuilder metrics, TelemetryOptions options)
    {
        metrics.AddMeter(Ours)
            .AddMeter("MassTransit")
            .AddView(instrument => instrument.Meter.Name == "MassTransit" ? new MetricStreamConfiguration { TagKeys = MessageTags } : null)
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddRuntimeInstrumentation();
        if (options.Prometheus)
        {
            metrics.AddPrometheusExporter();
        }

        if (options.OtlpEndpoint is { } endpoint)
        {
            metrics.AddOtlpExporter((exporter, reader) =>
            {
                SendTo(exporter, endpoint, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Interval.TotalMilliseconds;
            });
        }
    }

    private static void AddTraces(TracerProviderBuilder tracing, TelemetryOptions options) => tracing
        .AddSource(Ours)
        .AddSource("MassTransit", "Npgsql")
        .SetSampler(new ParentBasedSampler(new RootSampler(options.TraceRatio)))
        .AddAspNetCoreInstrumentation(server =>
        {
            server.Filter = IsTold;
            server.EnrichWithHttpResponse = (activity, _) => CallNames.ApplyToAnswered(activity);
        })
        .AddHttpClientInstrumentation(client => client.EnrichWithHttpRequestMessage = CallNames.Apply)
        .AddOtlpExporter(exporter => SendTo(exporter, options.OtlpEndpoint!, "v1/traces"));

    // Not what asks all the time, and not the page's connection, which lasts as long as somebody looks at it.
    private static bool IsTold(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments(MetricsPath, StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal);

    private static void SendTo(OtlpExporterOptions exporter, Uri endpoint, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = Below(endpoint, signal);
    }

    private static Uri Below(Uri endpoint, string path) => new($"{endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}");

    private static Dictionary<string, object> ResourceOf(string service) => new(StringComparer.Ordinal)
    {
        ["service.name"] = service,
        ["service.version"] = typeof(TelemetryRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        ["service.instance.id"] = InstanceId,
    };
}
