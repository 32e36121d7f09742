using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using GarminSync.Contracts;
using MassTransit.Serialization;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Architecture;

/// <summary>What subscribers in other languages read, with the options that the bus writes with.</summary>
public sealed class Contracts_as_JSON
{
    private static readonly JsonSerializerOptions Options = SystemTextJsonMessageSerializer.Options;

    [Fact]
    public void An_activity_reads_as_the_documentation_says()
    {
        var synced = new ActivitySynced
        {
            UserId = "7",
            GarminActivityId = 12000000001,
            Revision = 2,
            Name = "Løp",
            ActivityType = "trail_running",
            StartTime = new DateTimeOffset(2026, 1, 8, 14, 10, 21, TimeSpan.Zero),
            DurationSeconds = 2223.3,
            DistanceMeters = 4261.18,
            Files = [new SyncedActivityFile { CentralDbActivityId = "41", Format = ActivityFileFormats.Original, Sha256 = "ab", SizeBytes = 5 }],
        };

        var json = JsonSerializer.SerializeToNode(synced, Options)!.AsObject();

        json["userId"]!.GetValue<string>().ShouldBe("7");
        json["garminActivityId"]!.GetValue<long>().ShouldBe(12000000001);
        json["name"]!.GetValue<string>().ShouldBe("Løp");
        json["distanceMeters"]!.GetValue<double>().ShouldBe(4261.18);
        json["startTime"]!.GetValue<string>().ShouldBe("2026-01-08T14:10:21+00:00");
        json["files"]![0]!["centralDbActivityId"]!.GetValue<string>().ShouldBe("41");
        json["files"]![0]!["sizeBytes"]!.GetValue<long>().ShouldBe(5);
    }

    [Fact]
    public void A_request_of_one_field_is_enough()
    {
        var request = JsonSerializer.Deserialize<SyncRequested>("""{"userId":"7"}""", Options);

        request.ShouldBe(new SyncRequested { UserId = "7" });
    }

    [Fact]
    public void Every_message_has_camel_case_names_and_comes_back_as_it_was()
    {
        foreach (var type in Solution.PublicMessages)
        {
            var message = Example(type)!;
            var json = JsonSerializer.SerializeToNode(message, type, Options)!.AsObject();

            json.Select(member => member.Key).ShouldAllBe(name => char.IsLower(name[0]) && !name.Contains('_'), type.Name);
            var again = JsonSerializer.SerializeToNode(json.Deserialize(type, Options), type, Options);
            JsonNode.DeepEquals(json, again).ShouldBeTrue($"{type.Name}: {json} came back as {again}");
        }
    }

    private static object? Example(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
        {
            return "text";
        }

        if (plain == typeof(DateTimeOffset))
        {
            return new DateTimeOffset(2026, 1, 8, 14, 10, 21, TimeSpan.Zero);
        }

        if (plain == typeof(DateTime))
        {
            return new DateTime(2026, 1, 8, 8, 10, 21, DateTimeKind.Unspecified);
        }

        if (plain.IsValueType)
        {
            return plain == typeof(Guid) ? Guid.NewGuid() : plain == typeof(bool) ? true : Convert.ChangeType(3, plain);
        }

        if (plain.IsGenericType && plain.IsAssignableTo(typeof(IEnumerable)))
        {
            var element = plain.GetGenericArguments()[^1];
            if (plain.GetGenericArguments().Length == 2)
            {
                var named = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(plain.GetGenericArguments()))!;
                named.Add("startDate", Example(element));
                return named;
            }

            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            list.Add(Example(element));
            return list;
        }

        var message = Activator.CreateInstance(plain)!;
        foreach (var property in plain.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(message, Example(property.PropertyType));
        }

        return message;
    }
}
