using CentralDb.Client;
using FitTrack.CentralDb;
using FitTrack.Hosting;
using FitTrack.Hosting.Telemetry;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace GarminSync.Standalone;

/// <summary>
/// Starts a CentralDB at <c>CentralDb:Url</c> for those who have none; one that answers there already is used as it is, unless
/// <see cref="EmbeddedCentralDbOptions.Always"/> forbids it.
/// </summary>
internal sealed partial class EmbeddedCentralDb(
    IOptions<CentralDbOptions> options, IOptions<EmbeddedCentralDbOptions> embedded, IConfiguration configuration, ILogger<EmbeddedCentralDb> logger)
    : IHostedService, IAsyncDisposable
{
    private static readonly TimeSpan AskFor = TimeSpan.FromSeconds(2);
    private WebApplication? _server;

    /// <summary>Builds the server, which is not started yet.</summary>
    /// <param name="options">How it is called.</param>
    /// <param name="configuration">That of this process.</param>
    public static WebApplication Create(CentralDbOptions options, IConfiguration configuration) => CentralDbServer.Create([], builder =>
    {
        builder.WebHost.UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        builder.Configuration.AddConfiguration(configuration.GetSection(EmbeddedCentralDbOptions.SectionName));
        builder.Configuration["DataFolder"] = DataFolder.Get(configuration);
        builder.Configuration["CentralDbServer:ApiKey"] ??= options.ApiKey;
        builder.LeaveTelemetryToTheProcess();
    });

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var url = options.Value.Url;
        if (!embedded.Value.Always && (!url.IsLoopback || await AnswersAsync(url, cancellationToken)))
        {
            LogUsed(url);
            return;
        }

        _server = Create(options.Value, configuration);
        _server.CheckOptions();
        try
        {
            await _server.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new StartRefusedException(
                $"Another program listens at {url}, where the CentralDB of this process belongs. End it, or name another address: --CentralDb:Url=http://localhost:8101.", exception);
        }

        LogStarted(url, options.Value.ApiKey is null ? "none" : "needed");
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_server is not null)
        {
            await _server.StopAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static async Task<bool> AnswersAsync(Uri url, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = url, Timeout = AskFor };
        try
        {
            using var answer = await http.GetAsync(new Uri("health/live", UriKind.Relative), cancellationToken);

            // Another program there may answer too; then the start below finds the address taken, and says so.
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Nobody listens there: that is the answer.
            return false;
        }
    }

    [LoggerMessage(5001, LogLevel.Information, "CentralDB runs in this process at {Url}, API key: {ApiKey}")]
    private partial void LogStarted(Uri url, string apiKey);

    [LoggerMessage(5002, LogLevel.Information, "The CentralDB at {Url} is used")]
    private partial void LogUsed(Uri url);
}
