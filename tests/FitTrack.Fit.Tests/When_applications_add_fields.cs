using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

/// <summary>Developer fields: an application's id, descriptions of its fields, and a message that has them.</summary>
public class When_applications_add_fields
{
    private const int DeveloperDataId = 207;
    private const int FieldDescription = 206;

    private static readonly Guid Application = new("18fb2cf0-1a4b-430d-ad66-988c847421f4");

    [Fact]
    public void They_have_the_names_and_units_that_the_file_gives_them()
    {
        var record = Read(bigEndian: false).Messages.Last();

        var power = record["Form Power"]!;
        power.AsNumber().ShouldBe(73);
        power.Unit.ShouldBe("Watts");
        power.IsDeveloper.ShouldBeTrue();
        power.Developer!.ApplicationId.ShouldBe(Application);
        power.Developer.NativeMessage.ShouldBe(FitBytes.RecordMessage);
        power.Developer.NativeField.ShouldBe(7);
        record["heart_rate"]!.AsNumber().ShouldBe(150);
    }

    [Fact]
    public void They_are_written_in_the_byte_order_of_their_message() => Read(bigEndian: true).Messages.Last()["Form Power"]!.AsNumber().ShouldBe(73);

    [Fact]
    public void Scale_and_offset_are_applied() => Read(bigEndian: false, scale: 10, offset: 3).Messages.Last()["Form Power"]!.AsNumber()!.Value.ShouldBe(4.3, 1e-9);

    [Fact]
    public void An_activity_lists_them() =>
        FitActivity.From(Read(bigEndian: false)).DeveloperFields.Select(field => (field.DeveloperIndex, field.Number, field.Name)).ShouldBe([(0, 5, "Form Power")]);

    [Fact]
    public void One_that_nobody_described_is_bytes_without_a_name()
    {
        var message = new FitBytes().Define(0, FitBytes.RecordMessage, false, [(3, 1, 0x02)], [(9, 2, 4)]).Raw(0, 150, 1, 2).Read().Messages.Single();

        var field = message.Fields.Last();
        (field.IsDeveloper, field.Name, field.Developer).ShouldBe((true, null, null));
        field.AsNumbers().ShouldBe([1, 2]);
        message["heart_rate"]!.AsNumber().ShouldBe(150);
    }

    /// <summary>Numbers are an application's own: the profile's field 3 is another than an application's field 3.</summary>
    [Fact]
    public void Their_numbers_do_not_meet_those_of_the_profile()
    {
        var message = new FitBytes().Define(0, FitBytes.RecordMessage, false, [], [(3, 1, 0)]).Raw(0, 99).Read().Messages.Single();

        message["heart_rate"].ShouldBeNull();
        message[3].ShouldBeNull();
        message.Fields.Single().Number.ShouldBe(3);
    }

    private static FitFile Read(bool bigEndian, byte scale = 0xFF, byte offset = 0x7F) => new FitBytes()
        .Define(0, DeveloperDataId, (1, 16, 0x0D), (3, 1, 0x02)).Raw([0, .. Application.ToByteArray(bigEndian: true), 0])
        .Define(1, FieldDescription, (0, 1, 0x02), (1, 1, 0x02), (2, 1, 0x02), (3, 12, 0x07), (8, 6, 0x07), (6, 1, 0x02), (7, 1, 0x01), (14, 2, 0x84), (15, 1, 0x02))
        .Raw([1, 0, 5, 0x84, .. "Form Power\0\0"u8, .. "Watts\0"u8, scale, offset, FitBytes.RecordMessage, 0, 7])
        .Define(2, FitBytes.RecordMessage, bigEndian, [(3, 1, 0x02)], [(5, 2, 0)]).Data(2, (150, 1), (73, 2))
        .Read();
}
