using GarminSync.Gateway.Bodies;

namespace GarminSync.Gateway.Jobs;

/// <summary>What to try again.</summary>
/// <param name="Items">The <c>item</c> of each failure to try again; absent: all that failed.</param>
internal sealed record RetryBody(IReadOnlyList<string>? Items = null)
{
    private const int MaxBytes = 64 * 1024;

    public static ValueTask<RetryBody> BindAsync(HttpContext context) => JsonBody.ReadAsync(context, MaxBytes, fields =>
    {
        var items = fields.Texts("items");
        if (items is [])
        {
            fields.Refuse("items", "must name at least one failure; leave it out to retry all");
        }

        return new RetryBody(items);
    });
}
