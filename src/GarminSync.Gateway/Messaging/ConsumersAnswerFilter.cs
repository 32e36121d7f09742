namespace GarminSync.Gateway.Messaging;

/// <summary>
/// Asks the consumers for a sign of life first. A login may take most of a minute; that nobody is there to do it should not, and a
/// password should not wait in a queue for whoever comes.
/// </summary>
internal sealed class ConsumersAnswerFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var probe = context.HttpContext.RequestServices.GetRequiredService<ConsumersProbe>();
        await probe.AskAsync(context.HttpContext.RequestAborted);
        return await next(context);
    }
}
