using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GarminSync.Web.Layout;

/// <summary>Which page is shown, and in which zone its times are.</summary>
public sealed partial class Routes
{
    /// <summary>IANA name of the browser's zone, as it told the last time; null at the first visit.</summary>
    [Parameter]
    public string? Zone { get; set; }

    /// <summary><c>light</c> or <c>dark</c>; null: as the system is.</summary>
    [Parameter]
    public string? Theme { get; set; }

    [Inject]
    private ReaderTime Time { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <inheritdoc />
    protected override void OnInitialized() => Time.Use(Zone);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Time.Use(await Script.InvokeAsync<string?>("garminsync.zone")))
        {
            StateHasChanged();
        }
    }
}
