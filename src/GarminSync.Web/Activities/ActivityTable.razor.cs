using GarminSync.Web.Api;
using GarminSync.Web.Shown;
using Microsoft.AspNetCore.Components;

namespace GarminSync.Web.Activities;

/// <summary>A row an activity; cards where there is no room for columns.</summary>
public sealed partial class ActivityTable
{
    /// <summary>In their order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<GarminActivity> Activities { get; set; } = [];

    /// <summary>Whose activities, as the address says it.</summary>
    [Parameter]
    public string? Account { get; set; }

    /// <summary>The order, as the API names it.</summary>
    [Parameter, EditorRequired]
    public string Sort { get; set; } = "";

    /// <summary>The address of the same list in another order.</summary>
    [Parameter, EditorRequired]
    public Func<string, string> SortAddress { get; set; } = default!;

    [CascadingParameter]
    private ReaderTime Time { get; set; } = default!;

    // On a card there is no place for what is not known.
    private static string? None(double? value) => value is null ? "none" : null;

    // A click on the column that is sorted by turns the order round; on another the largest come first.
    private RenderFragment Header(string column, string text, bool number)
    {
        var (descending, ascending) = ($"-{column}", column);
        return builder =>
        {
            builder.OpenElement(0, "th");
            builder.AddAttribute(1, "scope", "col");
            builder.AddAttribute(2, "role", "columnheader");
            builder.AddAttribute(3, "class", number ? "number" : null);
            builder.AddAttribute(4, "aria-sort", Sort == descending ? "descending" : Sort == ascending ? "ascending" : null);
            builder.OpenElement(5, "a");
            builder.AddAttribute(6, "href", SortAddress(Sort == descending ? ascending : descending));
            builder.AddContent(7, text);
            builder.CloseElement();
            builder.CloseElement();
        };
    }
}
