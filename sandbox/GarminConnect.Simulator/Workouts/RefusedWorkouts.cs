using GarminConnect.Simulator.Answers;

namespace GarminConnect.Simulator.Workouts;

/// <summary>Answers 400 where a workout or a day was refused.</summary>
internal sealed class RefusedWorkouts : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (WorkoutRefusedException refused)
        {
            return GarminAnswers.BadRequest(refused.Message);
        }
    }
}
