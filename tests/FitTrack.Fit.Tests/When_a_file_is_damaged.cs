using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

public class When_a_file_is_damaged
{
    private const int LongHeader = 14;

    private readonly FitBytes _sound = new FitBytes().Define(0, FitBytes.RecordMessage, (3, 1, 0x02)).Data(0, (120, 1)).Data(0, (121, 1)).Data(0, (122, 1));

    [Theory]
    [InlineData(12)]
    [InlineData(14)]
    public void A_sound_one_has_a_header_of_either_size(int headerSize)
    {
        var part = FitFile.Read(_sound.File(headerSize)).Parts.Single();

        part.Header.ShouldBe(new FitHeader(0, headerSize, new Version(2, 0), 2158, 15));
        part.Messages.Count.ShouldBe(3);
    }

    [Fact]
    public void Its_checksum_tells_and_its_messages_are_salvaged()
    {
        var file = _sound.File();
        file[^3] ^= 1;

        Check(file, FitFaultKind.Checksum, file.Length - 2, [120, 121, 123]);
    }

    [Fact]
    public void Its_headers_checksum_tells_and_its_messages_are_salvaged()
    {
        var file = _sound.File();
        file[12] ^= 1;
        RepairChecksum(file);

        Check(file, FitFaultKind.HeaderChecksum, 12, [120, 121, 122]);
    }

    [Fact]
    public void A_headers_checksum_of_zero_says_that_there_is_none()
    {
        var file = _sound.File();
        (file[12], file[13]) = (0, 0);
        RepairChecksum(file);

        FitFile.Read(file).Faults.ShouldBeEmpty();
    }

    /// <summary>Of three records of two bytes each: the second is cut, the checksum is cut, the checksum is missing.</summary>
    [Theory]
    [InlineData(5, 1)]
    [InlineData(3, 2)]
    [InlineData(2, 3)]
    [InlineData(1, 3)]
    public void One_that_is_cut_short_gives_what_is_whole(int cut, int whole)
    {
        var file = _sound.File()[..^cut];

        Check(file, FitFaultKind.Truncated, file.Length, [.. new[] { 120, 121, 122 }.Take(whole)]);
    }

    [Fact]
    public void One_that_ends_in_its_header_gives_nothing()
    {
        Check(_sound.File()[..13], FitFaultKind.Truncated, 13, []);
        Check(_sound.File()[..11], FitFaultKind.NotFit, 0, []);
        Check([], FitFaultKind.NotFit, 0, []);
    }

    [Fact]
    public void What_is_no_FIT_file_is_called_so()
    {
        Check("<?xml version=\"1.0\"?><gpx/>"u8.ToArray(), FitFaultKind.NotFit, 0, []);
    }

    /// <summary>A device writes the size into the header when it finishes the file; one that lost power did not.</summary>
    [Fact]
    public void One_that_the_device_did_not_finish_gives_what_is_there()
    {
        var file = _sound.File()[..^2];
        file.AsSpan(4, 4).Clear();
        file.AsSpan(12, 2).Clear();

        Check(file, FitFaultKind.Unfinished, 0, [120, 121, 122]);
    }

    [Fact]
    public void A_message_without_its_definition_ends_the_reading()
    {
        Check(_sound.Data(5, (1, 1)).Data(0, (1, 1)).File(), FitFaultKind.Undefined, LongHeader + 15, [120, 121, 122]);
    }

    [Fact]
    public void A_message_longer_than_the_data_ends_the_reading()
    {
        Check(_sound.Raw(0).File(), FitFaultKind.Overrun, LongHeader + 16, [120, 121, 122]);
    }

    [Fact]
    public void A_byte_order_that_there_is_not_ends_the_reading()
    {
        Check(_sound.Raw(0x41, 0, 2, 0, 20, 0).File(), FitFaultKind.BadDefinition, LongHeader + 15, [120, 121, 122]);
    }

    [Fact]
    public void The_exception_says_what_and_where()
    {
        Should.Throw<FitException>(() => FitFile.Read(_sound.File().AsMemory()[..^5])).Message.ShouldBe("The file ends in the middle of its data. (At byte 26.)");
    }

    [Fact]
    public void A_reader_that_is_not_tolerant_stops_for_good()
    {
        var reader = new FitReader(_sound.File().AsMemory()[..^3]);
        reader.NextFile().ShouldNotBeNull();
        reader.NextMessage().ShouldNotBeNull();
        reader.NextMessage().ShouldNotBeNull();

        Should.Throw<FitException>(() => reader.NextMessage());

        reader.NextMessage().ShouldBeNull();
        reader.NextFile().ShouldBeNull();
        reader.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_reader_that_has_not_read_the_header_says_so() =>
        Should.Throw<InvalidOperationException>(() => new FitReader(_sound.File()).NextMessage()).Message.ShouldContain("NextFile");

    [Fact]
    public void Going_to_the_next_file_checks_what_is_passed_over()
    {
        var file = _sound.File();
        file[^1] ^= 1;
        var reader = new FitReader(file);
        reader.NextFile().ShouldNotBeNull();

        Should.Throw<FitException>(() => reader.NextFile()).Fault.Kind.ShouldBe(FitFaultKind.Checksum);
    }

    private static void RepairChecksum(byte[] file) => BitConverter.TryWriteBytes(file.AsSpan(file.Length - 2), FitBytes.Crc(file.AsSpan(0, file.Length - 2)));

    private static void Check(byte[] bytes, FitFaultKind kind, long position, int[] heartRates)
    {
        var thrown = Should.Throw<FitException>(() => FitFile.Read(bytes)).Fault;
        var salvaged = FitFile.Salvage(bytes);

        (thrown.Kind, thrown.Position).ShouldBe((kind, position));
        salvaged.Faults.ShouldBe([thrown]);
        salvaged.Messages.Select(message => (int)message["heart_rate"]!.AsInteger()!).ShouldBe(heartRates);
    }
}
