using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

public class When_values_are_decoded
{
    private const int UnknownMessage = 0xFF00;

    public static TheoryData<byte, int, long, double?> Values => new()
    {
        { 0x00, 1, 7, 7 }, { 0x00, 1, 0xFF, null },
        { 0x01, 1, -5, -5 }, { 0x01, 1, 0x7F, null },
        { 0x02, 1, 200, 200 }, { 0x02, 1, 0xFF, null },
        { 0x83, 2, -1000, -1000 }, { 0x83, 2, 0x7FFF, null },
        { 0x84, 2, 40_000, 40_000 }, { 0x84, 2, 0xFFFF, null },
        { 0x85, 4, -100_000, -100_000 }, { 0x85, 4, 0x7FFF_FFFF, null },
        { 0x86, 4, 3_000_000_000, 3_000_000_000 }, { 0x86, 4, 0xFFFF_FFFF, null },
        { 0x0A, 1, 255, 255 }, { 0x0A, 1, 0, null },
        { 0x8B, 2, 65_535, 65_535 }, { 0x8B, 2, 0, null },
        { 0x8C, 4, 0xFFFF_FFFF, 0xFFFF_FFFF }, { 0x8C, 4, 0, null },
        { 0x0D, 1, 254, 254 }, { 0x0D, 1, 0xFF, null },
        { 0x8E, 8, -1, -1 }, { 0x8E, 8, long.MaxValue, null },
        { 0x8F, 8, long.MinValue, 9_223_372_036_854_775_808 }, { 0x8F, 8, -1, null },
        { 0x90, 8, 12, 12 }, { 0x90, 8, 0, null },
        { 0x88, 4, BitConverter.SingleToInt32Bits(1.5f), 1.5 }, { 0x88, 4, -1, null }, { 0x88, 4, BitConverter.SingleToInt32Bits(float.PositiveInfinity), null },
        { 0x89, 8, BitConverter.DoubleToInt64Bits(-2.25), -2.25 }, { 0x89, 8, -1, null },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Each_base_type_has_its_values_and_its_mark_for_absent_in_both_byte_orders(byte type, int size, long bits, double? value)
    {
        var file = new FitBytes()
            .Define(0, UnknownMessage, (9, (byte)size, type)).Data(0, (bits, size))
            .DefineBigEndian(1, UnknownMessage, (9, (byte)size, type)).Data(1, (bits, size))
            .Read();

        file.Messages.Select(message => message[9]!.AsNumber()).ShouldBe([value, value]);
        file.Messages.ShouldAllBe(message => message[9]!.IsAbsent == (value == null));
    }

    [Fact]
    public void An_integer_is_what_the_file_has_and_a_number_is_in_the_fields_unit()
    {
        var altitude = new FitBytes().Define(0, FitBytes.RecordMessage, (2, 2, 0x84)).Data(0, (3000, 2)).Read().Messages.Single()["altitude"]!;

        altitude.AsInteger().ShouldBe(3000);
        altitude.AsNumber().ShouldBe(100);
        altitude.Unit.ShouldBe("m");
    }

    [Fact]
    public void A_number_is_the_nearest_to_what_was_measured()
    {
        new FitBytes().Define(0, FitBytes.RecordMessage, (2, 2, 0x84)).Data(0, (2511, 2)).Read().Messages.Single()["altitude"]!.AsNumber().ShouldBe(2.2);
    }

    [Fact]
    public void A_number_that_no_double_can_hold_in_the_fields_unit_is_absent()
    {
        var record = new FitBytes().Define(0, FitBytes.RecordMessage, (69, 8, 0x89)).Raw(0).Raw(BitConverter.GetBytes(double.MaxValue)).Read().Messages.Single();

        record[69]!.AsNumber().ShouldBeNull("there is 1.4 times as much of it");
    }

    [Fact]
    public void A_message_that_nobody_knows_is_there_with_its_numbers()
    {
        var message = new FitBytes().Define(0, UnknownMessage, (9, 2, 0x84), (10, 1, 0x02)).Data(0, (513, 2), (4, 1)).Read().Messages.Single();

        message.Name.ShouldBeNull();
        message.Number.ShouldBe(UnknownMessage);
        message.Fields.Select(field => (field.Number, field.Name, field.AsInteger())).ShouldBe([(9, null, 513), (10, null, 4)]);
        message["heart_rate"].ShouldBeNull();
    }

    [Fact]
    public void An_array_has_all_its_values_and_those_that_are_absent_in_their_places()
    {
        var field = new FitBytes().DefineBigEndian(0, UnknownMessage, (1, 6, 0x84)).Data(0, (1, 2), (0xFFFF, 2), (3, 2)).Read().Messages.Single()[1]!;

        field.Count.ShouldBe(3);
        field.AsNumbers().ShouldBe([1, null, 3]);
        field.AsNumber().ShouldBe(1);
    }

    [Fact]
    public void Bytes_are_absent_only_when_all_of_them_are()
    {
        var file = new FitBytes().Define(0, UnknownMessage, (1, 3, 0x0D)).Raw(0, 1, 0xFF, 2).Raw(0, 0xFF, 0xFF, 0xFF).Read();

        file.Messages.Select(message => message[1]!.AsNumbers()).ShouldBe([[1d, 255, 2], [null, null, null]]);
        file.Messages.Select(message => message[1]!.IsAbsent).ShouldBe([false, true]);
    }

    [Fact]
    public void A_text_ends_at_its_zero_byte_and_a_field_may_have_several()
    {
        var file = new FitBytes().Define(0, UnknownMessage, (1, 8, 0x07))
            .Raw([0, .. "Lauf\0\0\0\0"u8]).Raw([0, .. "a\0Höhe\0"u8]).Raw([0, .. "\0\0\0\0\0\0\0\0"u8]).Raw([0, .. "all full"u8]).Read();

        file.Messages.Select(message => message[1]!.AsText()).ShouldBe(["Lauf", "a", null, "all full"]);
        file.Messages.ElementAt(1)[1]!.AsTexts().ShouldBe(["a", "Höhe"]);
        file.Messages.First()[1]!.AsNumber().ShouldBeNull();
    }

    [Fact]
    public void A_field_whose_size_does_not_fit_its_type_is_bytes()
    {
        var field = new FitBytes().Define(0, UnknownMessage, (1, 3, 0x84)).Raw(0, 1, 2, 3).Read().Messages.Single()[1]!;

        field.Type.ShouldBe(FitBaseType.Bytes);
        field.AsNumbers().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_field_of_a_type_that_the_protocol_does_not_have_is_bytes()
    {
        new FitBytes().Define(0, UnknownMessage, (1, 2, 0x1F)).Raw(0, 1, 2).Read().Messages.Single()[1]!.AsNumbers().ShouldBe([1, 2]);
    }

    [Fact]
    public void A_field_may_have_no_bytes_at_all()
    {
        var message = new FitBytes().Define(0, UnknownMessage, (1, 0, 0x84), (2, 1, 0x02)).Data(0, (7, 1)).Read().Messages.Single();

        message[1]!.IsAbsent.ShouldBeTrue();
        message[1]!.AsNumber().ShouldBeNull();
        message[1]!.AsText().ShouldBeNull();
        message[2]!.AsNumber().ShouldBe(7);
    }

    [Fact]
    public void A_later_definition_takes_the_place_of_an_earlier_one()
    {
        var file = new FitBytes()
            .Define(0, FitBytes.RecordMessage, (3, 1, 0x02)).Data(0, (140, 1))
            .Define(0, FitBytes.RecordMessage, (4, 1, 0x02)).Data(0, (85, 1)).Read();

        FitActivity.From(file).Records.Select(record => (record.HeartRate, record.CadenceRpm)).ShouldBe([(140, null), (null, 85)]);
    }
}
