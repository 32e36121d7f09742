namespace GarminSync.Gateway.Access;

/// <summary>Headers that stop browsers from guessing types, framing pages and caching answers.</summary>
internal static class SafeHeaders
{
    public static void UseSafeHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            // As late as possible: the exception handler clears headers that were set before.
            context.Response.OnStarting(() =>
            {
                Set(context);
                return Task.CompletedTask;
            });
            return next(context);
        });

    private static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        }
    }
}
