namespace GarminSync.Gateway.Messaging;

/// <summary>
/// Asks the consumers for a sign of life before a login is sent to them. A login may take most of a minute; the answer that no consumer runs should take seconds,
/// and a password should not wait in a queue until one does.
/// </summary>
internal sealed class ConsumersAnswerFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var probe = context.HttpContext.RequestServices.GetRequiredService<ConsumersProbe>();
        await probe.AskAnewAsync(context.HttpContext.RequestAborted);
        return await next(context);
    }
}
