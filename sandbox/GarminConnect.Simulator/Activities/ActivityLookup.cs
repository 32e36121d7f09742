using GarminConnect.Simulator.Answers;
using GarminConnect.Simulator.Athletes;
using GarminConnect.Simulator.Requests;

namespace GarminConnect.Simulator.Activities;

/// <summary>Tells an activity of the caller from someone else's and from none.</summary>
internal sealed class ActivityLookup(AthleteDirectory athletes)
{
    public IResult Answer(Caller caller, long id, Func<Activity, IResult> answer)
    {
        if (caller.Athlete.Activities.Find(id) is { } activity)
        {
            return answer(activity);
        }

        return athletes.All.Any(athlete => athlete != caller.Athlete && athlete.Owns(id)) ? GarminAnswers.NotOwner() : GarminAnswers.NotFound();
    }

    /// <summary>The account that has the activity.</summary>
    public Athlete? Owner(long id) => athletes.All.FirstOrDefault(athlete => athlete.Owns(id));
}
