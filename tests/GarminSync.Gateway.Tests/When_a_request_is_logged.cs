using System.Collections.Concurrent;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace GarminSync.Gateway.Tests;

public sealed class When_a_request_is_logged
{
    [Fact]
    public async Task The_line_has_method_path_status_and_duration_and_not_the_query()
    {
        var lines = await LinesOfAsync("/api/things?token=secret");

        lines.ShouldHaveSingleItem().ShouldMatch("^Information GET /api/things answered 418 in [0-9]+ ms$");
    }

    [Fact]
    public async Task A_path_cannot_write_lines_of_its_own()
    {
        var lines = await LinesOfAsync("/x%0aInformation%20GET%20/y");

        lines.ShouldHaveSingleItem().ShouldStartWith("Information GET /x\u2423Information GET /y answered 418 in ");
    }

    [Fact]
    public async Task A_health_check_is_not_told_unless_asked_for()
    {
        (await LinesOfAsync("/health/ready")).ShouldBeEmpty();
        (await LinesOfAsync("/health/ready", "--Serilog:MinimumLevel:Default=Debug")).ShouldHaveSingleItem().ShouldStartWith("Debug GET /health/ready answered 418 in ");
    }

    private static async Task<IReadOnlyCollection<string>> LinesOfAsync(string target, params string[] settings)
    {
        var log = new RequestLines();
        var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0", .. settings]);
        builder.AddFitTrackLogging();
        builder.Services.AddSingleton<ILogEventSink>(log);
        await using (var app = builder.Build())
        {
            app.UseRequestLog();
            app.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status418ImATeapot;
                return Task.CompletedTask;
            });
            await app.StartAsync(TestContext.Current.CancellationToken);
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(app.Urls.Single() + target), TestContext.Current.CancellationToken);

            // The line is written after the answer, and before the server has stopped.
            await app.StopAsync(TestContext.Current.CancellationToken);
        }

        return log.Lines;
    }

    private sealed class RequestLines : ILogEventSink
    {
        private static readonly MessageTemplateTextFormatter Format = new("{Level} {Message:lj}");

        public ConcurrentQueue<string> Lines { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Properties.ContainsKey("ElapsedMilliseconds"))
            {
                using var line = new StringWriter();
                Format.Format(logEvent, line);
                Lines.Enqueue(line.ToString());
            }
        }
    }
}
