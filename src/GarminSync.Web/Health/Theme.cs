namespace GarminSync.Web.Health;

/// <summary>Charts that belong together.</summary>
/// <param name="Id">Names it in the page.</param>
/// <param name="Title">What a reader calls it.</param>
/// <param name="Charts">At least one.</param>
public sealed record Theme(string Id, string Title, IReadOnlyList<HealthChart> Charts);
