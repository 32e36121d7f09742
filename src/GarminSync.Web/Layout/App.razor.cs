using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;

namespace GarminSync.Web.Layout;

/// <summary>The document. What the browser has told before is in its cookies, so that the first paint has the right colours and times.</summary>
public sealed partial class App
{
    private const string ThemeCookie = "garminsync-theme";
    private const string ZoneCookie = "garminsync-zone";

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    private string Base => $"{Context.Request.PathBase}/";

    // Null leaves the attribute away: the system decides.
    private string? Theme => Context.Request.Cookies[ThemeCookie] is "light" or "dark" ? Context.Request.Cookies[ThemeCookie] : null;

    // When dark.css counts. page.js says the same when the person chooses.
    private string Dark => Theme switch { "dark" => "all", "light" => "not all", _ => "(prefers-color-scheme: dark)" };

    private string? Zone => Context.Request.Cookies[ZoneCookie];

    // The sign-in page is a plain form.
    private IComponentRenderMode? Mode => Context.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;
}
