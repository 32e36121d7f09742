using GarminSync.Testing;
using Microsoft.Playwright;

namespace GarminSync.WebTests.Browsing;

/// <summary>The Chromium of this machine, started once. Playwright would download one of its own.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; skips the calling test where there is none, or in a quick run.</summary>
    public async Task<IBrowser> StartAsync()
    {
        QuickRun.Excludes("a browser");
        var program = Environment.GetEnvironmentVariable("GARMINSYNC_TEST_CHROMIUM") ?? Array.Find(Places, File.Exists);
        Assert.SkipWhen(program is null, "Needs Chromium (apt-get install chromium), or its path in GARMINSYNC_TEST_CHROMIUM.");
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            Assertions.SetDefaultExpectTimeout(60_000);
            _playwright ??= await Playwright.CreateAsync();

            // Root may not use the sandbox; what is opened here is our own.
            return _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] });
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
    }
}
