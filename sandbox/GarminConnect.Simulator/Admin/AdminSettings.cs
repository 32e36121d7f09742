namespace GarminConnect.Simulator.Admin;

/// <summary>The options that can be changed while it runs.</summary>
internal static class AdminSettings
{
    public static void MapAdminSettings(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/settings", (SimulatorOptions options) => View(options));
        admin.MapPatch("/settings", (SettingsChange change, SimulatorOptions options) =>
        {
            options.AccessTokenSeconds = change.AccessTokenSeconds ?? options.AccessTokenSeconds;
            options.RefreshTokenSeconds = change.RefreshTokenSeconds ?? options.RefreshTokenSeconds;
            options.TicketSeconds = change.TicketSeconds ?? options.TicketSeconds;
            options.RefusedClientIds = change.RefusedClientIds ?? options.RefusedClientIds;
            options.OmitRefreshToken = change.OmitRefreshToken ?? options.OmitRefreshToken;
            options.RevokeAllOnReuse = change.RevokeAllOnReuse ?? options.RevokeAllOnReuse;
            options.ListIgnoresDays = change.ListIgnoresDays ?? options.ListIgnoresDays;
            options.ListOldestFirst = change.ListOldestFirst ?? options.ListOldestFirst;
            options.GraphQlMostDays = change.GraphQlMostDays ?? options.GraphQlMostDays;
            return View(options);
        });
    }

    private static SettingsChange View(SimulatorOptions options) => new(
        options.AccessTokenSeconds,
        options.RefreshTokenSeconds,
        options.TicketSeconds,
        options.RefusedClientIds,
        options.OmitRefreshToken,
        options.RevokeAllOnReuse,
        options.ListIgnoresDays,
        options.ListOldestFirst,
        options.GraphQlMostDays);

    internal sealed record SettingsChange(
        int? AccessTokenSeconds,
        int? RefreshTokenSeconds,
        int? TicketSeconds,
        IReadOnlyList<string>? RefusedClientIds,
        bool? OmitRefreshToken,
        bool? RevokeAllOnReuse,
        bool? ListIgnoresDays,
        bool? ListOldestFirst,
        int? GraphQlMostDays);
}
