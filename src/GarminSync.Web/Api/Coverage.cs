namespace GarminSync.Web.Api;

/// <summary>What is known of an account's data, day by day.</summary>
public sealed record Coverage(string From, string To, IReadOnlyList<CoverageDay> Days);
