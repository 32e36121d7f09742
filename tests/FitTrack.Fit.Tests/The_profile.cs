using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

public class The_profile
{
    public static TheoryData<string> Views => [.. ViewsOf(AnActivity()).Select(view => view.GetType().Name)];

    /// <summary>The properties find their fields by the profile's names; a name that is not there is an exception.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void It_has_every_field_that_a_property_asks_for(string view)
    {
        var instance = ViewsOf(AnActivity()).Single(candidate => candidate.GetType().Name == view);

        foreach (var property in instance.GetType().GetProperties())
        {
            Should.NotThrow(() => property.GetValue(instance), property.Name);
        }
    }

    private static IEnumerable<object> ViewsOf(FitActivity activity) =>
        [activity.FileId!, activity.Sessions[0], activity.Sessions[0].Totals, activity.Laps[0], activity.Lengths[0], activity.Events[0], activity.Devices[0], activity.Records[0]];

    private static FitActivity AnActivity()
    {
        var bytes = new FitBytes();
        foreach (var message in new[] { 0, 18, 19, 20, 21, 23, 101 })
        {
            bytes.Define(0, message, (0, 1, 0)).Data(0, (4, 1));
        }

        return FitActivity.From(bytes.Read());
    }
}
