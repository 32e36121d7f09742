using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace GarminSync.WebTests.Browsing;

/// <summary>A browser window with cookies of its own.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _url;

    private Visit(IBrowserContext context, IPage page, string url) => (_context, Page, _url) = (context, page, url);

    public IPage Page { get; }

    /// <summary>Errors on the console, among them whatever the Content-Security-Policy stopped, and scripts that failed.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    public static async Task<Visit> BeginAsync(IBrowser browser, string url, int width, bool dark, bool scripts)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(60_000);
        var visit = new Visit(context, await context.NewPageAsync(), url);
        visit.Page.Console += (_, message) =>
        {
            if (message.Type is "error")
            {
                visit.Complaints.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        visit.Page.PageError += (_, error) => visit.Complaints.Enqueue(error);
        visit.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(url, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                visit.Complaints.Enqueue($"Something was loaded from elsewhere: {request.Url}");
            }
        };
        return visit;
    }

    /// <summary>Opens a page, and waits until it is alive.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync($"{_url}/{path}");
        await AliveAsync();
    }

    /// <summary>The choice of colours works only once the page is connected.</summary>
    public Task AliveAsync() => Assertions.Expect(Page.GetByLabel("Colours")).ToBeEnabledAsync();

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Waits until something is to be read.</summary>
    public Task SeesAsync(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Waits for the state of a job.</summary>
    public Task SeesStateAsync(string state) => Assertions.Expect(Page.Locator(".chip").First).ToHaveTextAsync(state);

    public async Task FillLoginAsync(string user, string password = "correct horse battery staple")
    {
        await Page.GetByLabel("Garmin e-mail address").FillAsync(user);
        await Page.GetByLabel("Garmin password").FillAsync(password);
    }

    /// <summary>
    /// How long a person waits: milliseconds from a click or a choice to the first frame in which a text has changed to what it should be, by the browser's own clock.
    /// Looking from outside would count the pauses between two looks.
    /// </summary>
    /// <param name="selector">Where the text is.</param>
    /// <param name="text">What is to be read there, from its beginning on.</param>
    /// <param name="act">Clicks or chooses.</param>
    public async Task<double> MillisecondsAsync(string selector, string text, Func<Task> act)
    {
        await Page.EvaluateAsync(
            """
            ([selector, text]) => {
              let began = null;
              const begin = (event) => began ??= event.timeStamp;
              addEventListener("click", begin, { capture: true, once: true });
              addEventListener("change", begin, { capture: true, once: true });
              const has = () => document.querySelector(selector)?.textContent.trim().startsWith(text);
              window.waited = new Promise((resolve, reject) => {
                setTimeout(() => reject(new Error(`${selector} never became ${text}`)), 60000);
                const observer = new MutationObserver(() => {
                  if (began !== null && has()) {
                    observer.disconnect();
                    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
                  }
                });
                observer.observe(document.body, { subtree: true, childList: true, characterData: true });
              });
              window.waited.catch(() => {}); // told to whoever waits for it, and to nobody else
            }
            """,
            new[] { selector, text });
        await act();
        return await Page.EvaluateAsync<double>("() => window.waited");
    }

    /// <summary>Whether light text is on a dark ground.</summary>
    public Task<bool> IsDarkAsync() =>
        Page.EvaluateAsync<bool>("() => Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)) < 100");

    /// <summary>What axe finds serious or critical, and whether the page is wider than the window.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var found = await Page.RunAxe();
        var wide = await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth");
        return
        [
            .. found.Violations.Where(one => one.Impact is "serious" or "critical")
                .Select(one => $"{one.Id}: {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}"),
            .. wide ? ["the page is wider than the window"] : Array.Empty<string>(),
        ];
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
