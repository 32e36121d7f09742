using System.Reflection;
using GarminSync.Contracts;
using Microsoft.AspNetCore.Http.Metadata;

namespace GarminSync.Gateway.Events;

/// <summary>The answer that goes on: see <see cref="EventStreaming"/>.</summary>
/// <param name="request">The question that <paramref name="first"/> answers.</param>
/// <param name="first">The first page.</param>
internal sealed class EventStream(GetPublicEvents request, PublicEventList first) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/event-stream"]));

    public Task ExecuteAsync(HttpContext httpContext) =>
        httpContext.RequestServices.GetRequiredService<EventStreaming>().RunAsync(httpContext, request, first);
}
