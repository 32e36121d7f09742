namespace GarminConnect.Simulator.Requests;

/// <summary>
/// One request, without anything secret: no query, no header, no body. The endpoint is the template of the route, such as
/// <c>/activity-service/activity/{id}</c>, or the path where no route matched; the account is an e-mail address, when the request says whose it is.
/// </summary>
internal sealed record RequestEntry(DateTimeOffset Time, string Method, string Endpoint, string Path, string? Account, int Status, string? Fault);
