using System.Text.Json;
using GarminConnect.Client.Health;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

/// <summary>The display name comes from Garmin, and becomes a part of addresses.</summary>
public sealed class When_a_profile_has_an_odd_name
{
    private static readonly Uri Server = new("https://connectapi.garmin.com/");

    [Theory]
    [InlineData("runner01")]
    [InlineData("../../evil?x=")]
    [InlineData("..%2f..%2fevil")]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/#")]
    [InlineData("a\\..\\b")]
    [InlineData("Zoë 走る 🏃")]
    [InlineData("...")]
    public void It_stays_one_part_of_the_path(string name)
    {
        var displayName = Read(name)!;

        var address = new Uri(Server, Calls.Get("usersummary-service/usersummary/daily/{name}?calendarDate={day}", "a day")(displayName, OneDay).Path);

        address.Authority.ShouldBe(Server.Authority);
        address.AbsolutePath.ShouldBe("/usersummary-service/usersummary/daily/" + Uri.EscapeDataString(name));
        address.Query.ShouldBe("?calendarDate=2026-01-27");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\0b")]
    public void What_cannot_be_one_is_none(string name) => Read(name).ShouldBeNull();

    [Fact]
    public void Neither_is_one_without_end() => Read(new string('x', 100_000)).ShouldBeNull();

    [Fact]
    public void Nor_half_a_character() => Read("a\ud800").ShouldBeNull();

    private static DayRange OneDay => new(new DateOnly(2026, 1, 27), new DateOnly(2026, 1, 27));

    private static string? Read(string name)
    {
        // Not by the serializer, which mends half a surrogate pair.
        var escaped = string.Concat(name.Select(c => $"\\u{(int)c:x4}"));
        using var profile = JsonDocument.Parse($$"""{"displayName":"{{escaped}}"}""");
        return GarminProfile.Read(profile.RootElement).DisplayName;
    }
}
