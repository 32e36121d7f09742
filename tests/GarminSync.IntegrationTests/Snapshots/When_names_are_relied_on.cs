using Xunit;

namespace GarminSync.IntegrationTests.Snapshots;

/// <summary>What other programs, operators and stored rows call things by.</summary>
public sealed class When_names_are_relied_on
{
    [Fact]
    public Task Messages_have_the_known_names_and_members() => OurMessages.Lines().ShouldBeInAsync("messages.txt");

    [Fact]
    public Task Options_have_the_known_names_and_defaults() =>
        OurOptions.All.Select(option => $"{option.Name} = {option.Default}").ShouldBeInAsync("options.txt");
}
