namespace GarminSync.Gateway.Access;

/// <summary>Headers that keep browsers from guessing types, framing pages and keeping answers.</summary>
internal static class SafeHeaders
{
    public static void UseSafeHeaders(this IApplicationBuilder app) =>
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                headers.CacheControl = "no-store";
            }

            return next(context);
        });
}
