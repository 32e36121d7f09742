using GarminConnect.Client.Health;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests.Health;

public sealed class When_documented_answers_are_read
{
    public static TheoryData<Sample> Samples => [.. Sample.All];

    [Theory]
    [MemberData(nameof(Samples))]
    public void All_values_come_out_and_nothing_else(Sample sample)
    {
        var days = Reading.Days(sample.Endpoint, sample.Body, sample.From, sample.To);

        days.ShouldAllBe(day => day.Problem == null);
        days.Where(day => day.Values.Count > 0)
            .Select(day => $"{day.Metric.Name} {day.Day:yyyy-MM-dd}: {string.Join(", ", day.Values.Select(Reading.InWords))}")
            .ShouldBe(sample.Expected.Split('\n'));
    }

    [Fact]
    public void There_is_a_sample_for_each_endpoint() =>
        MetricCatalogue.Endpoints.Select(endpoint => endpoint.Name).Except(Sample.All.Select(sample => sample.Endpoint)).ShouldBeEmpty();
}
