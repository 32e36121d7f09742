using FsCheck;
using FsCheck.Fluent;
using GarminConnect.Simulator.Files.Fit;
using Xunit;

namespace GarminConnect.Simulator.Tests.Files.Fit;

public class When_any_values_are_written
{
    [Fact]
    public void The_reader_finds_them_again_and_what_is_missing_is_missing() =>
        Prop.ForAll<uint, int, (byte? HeartRate, ushort? Watts, sbyte? Celsius)>((time, latitude, sensors) =>
        {
            var (heartRate, watts, celsius) = sensors;
            var writer = new FitWriter();
            writer.Write(FitMessages.FileCreator, 1);
            writer.Write(FitMessages.Record, time, latitude, null, null, null, null, heartRate, null, watts, celsius);

            var record = FitReader.Read(writer.ToArray())[1];

            return record[253] == Measured(time, uint.MaxValue)
                && record[0] == Measured(latitude, int.MaxValue)
                && record[1] is null
                && record[3] == Measured(heartRate, byte.MaxValue)
                && record[7] == Measured(watts, ushort.MaxValue)
                && record[13] == Measured(celsius, sbyte.MaxValue);
        }).QuickCheckThrowOnFailure();

    /// <summary>Any single changed byte is noticed.</summary>
    [Fact]
    public void The_reader_refuses_the_file_with_one_byte_changed() =>
        Prop.ForAll<NonNegativeInt, byte>((where, by) =>
        {
            var writer = new FitWriter();
            writer.Write(FitMessages.FileCreator, 1);
            var file = writer.ToArray();
            file[where.Get % file.Length] ^= by;

            return by == 0 || Refuses(file);
        }).QuickCheckThrowOnFailure();

    private static bool Refuses(byte[] file)
    {
        try
        {
            FitReader.Read(file);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    /// <summary>The highest value of a type says "not measured".</summary>
    private static long? Measured(long? value, long invalid) => value == invalid ? null : value;
}
