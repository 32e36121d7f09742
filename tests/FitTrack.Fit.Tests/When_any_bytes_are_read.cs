using FsCheck;
using FsCheck.Fluent;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.Fit.Tests;

/// <summary>Whatever the bytes: a file, or a <see cref="FitException"/>; always an answer when it is salvaged; and memory in proportion to their number.</summary>
public class When_any_bytes_are_read
{
    private const int RandomFiles = 2000;
    private const int FormedFiles = 500;
    private const int MutantsPerFile = 300;

    // Two bytes make a message, which is an object of 56 bytes; a header of fourteen makes a part of some hundred. The rest is the first chunk and small lists.
    private const int AllocatedPerByte = 64;
    private const int AllocatedAtLeast = 256 * 1024;

    public static TheoryData<string> Files =>
    [
        "12129115726_ACTIVITY.fit", "Activity.fit", "MonitoringFile.fit", "activity-settings-corruptheader.fit", "activity-unexpected-eof.fit",
        "garmin-edge-820-bike.fit", "garmin-fenix-5-run.fit",
    ];

    /// <summary>Random bytes behind a header that promises them, with any definitions and messages that they may form.</summary>
    [Fact]
    public void Random_bytes_are_read_or_refused() => Prop.ForAll(
        Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(0x40, 0x60, 0x80, 0, 0, 1, 20, 253, 0x86))).ToArbitrary(),
        bytes => Check(new FitBytes().Raw([.. bytes.Select(value => (byte)value)]).File())).Check(Config.QuickThrowOnFailure.WithMaxTest(RandomFiles).WithEndSize(600));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_with_bytes_changed_put_in_or_taken_away_is_read_or_refused(string name)
    {
        var original = await File.ReadAllBytesAsync(SharedFolder.Require("fit", name), TestContext.Current.CancellationToken);
        var changes = from place in Gen.Choose(0, original.Length - 1)
                      from kind in Gen.Choose(0, 2)
                      from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements(0, 0xFF))
                      select (place, kind, (byte)value);

        Prop.ForAll(Gen.NonEmptyListOf(changes).ToArbitrary(), all => Check(Mutate(original, all))).Check(Config.QuickThrowOnFailure.WithMaxTest(MutantsPerFile).WithEndSize(30));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_is_cut_anywhere_gives_a_beginning_of_what_it_held(string name)
    {
        var original = await File.ReadAllBytesAsync(SharedFolder.Require("fit", name), TestContext.Current.CancellationToken);
        var whole = FitFile.Salvage(original).Messages.Select(Describe).ToList();

        for (var length = 0; length < original.Length; length += 1 + (original.Length / 500))
        {
            var cut = original[..length];
            Check(cut).ShouldBeTrue();
            var messages = FitFile.Salvage(cut).Messages.Select(Describe).ToList();
            messages.ShouldBe(whole.Take(messages.Count));
        }
    }

    /// <summary>The smallest messages there are, the smallest definitions, the smallest files: what takes most memory for a byte.</summary>
    [Theory]
    [InlineData("messages")]
    [InlineData("definitions")]
    [InlineData("files")]
    [InlineData("faulty files")]
    [InlineData("messages without fields")]
    [InlineData("applications")]
    [InlineData("cycles")]
    public void Small_things_in_great_number_take_memory_in_proportion(string what)
    {
        const int Count = 100_000;
        var empty = new FitBytes().File(headerSize: 12);
        var damaged = new FitBytes().Raw(5).File(headerSize: 12);
        byte[] bytes = what switch
        {
            "messages" => Many(20, (3, 1, 2)),
            "definitions" => new FitBytes().Raw([.. Enumerable.Repeat(new byte[] { 0x40, 0, 0, 20, 0, 0 }, Count).SelectMany(definition => definition)]).File(),
            "files" => [.. Enumerable.Repeat(empty, Count).SelectMany(file => file)],
            "applications" => Many(207, (3, 1, 2)),
            "cycles" => Many(20, (18, 1, 2)),
            "faulty files" => [.. Enumerable.Repeat(damaged, Count).SelectMany(file => file)],
            _ => new FitBytes().Define(0, 20).Raw(new byte[Count]).File(),
        };

        Check(bytes).ShouldBeTrue();

        // Each with fields of no bytes too, which a look for a field by its name passes over.
        static byte[] Many(int message, (byte Number, byte Size, byte Type) field) => new FitBytes()
            .Define(0, message, [field, .. Enumerable.Range(100, 50).Select(number => ((byte)number, (byte)0, (byte)2))])
            .Raw([.. Enumerable.Repeat(new byte[] { 0, 120 }, Count).SelectMany(pair => pair)]).File();
    }

    /// <summary>What random bytes hardly ever form: one to three files of any definitions with messages that fit them, applications' fields and compressed times among them.</summary>
    [Fact]
    public void Any_definitions_and_messages_that_fit_them_are_read() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Check(Formed(new Random(seed)))).Check(Config.QuickThrowOnFailure.WithMaxTest(FormedFiles));

    private static byte[] Formed(Random random)
    {
        int[] messages = [20, 20, 206, 207, 0, 18, 19, 21, 34, 78, 101, 500];
        byte[] numbers = [0, 1, 2, 3, 5, 6, 7, 8, 9, 18, 28, 39, 53, 69, 73, 78, 253, 254];
        byte[] types = [0, 1, 2, 7, 0x0A, 0x0D, 0x83, 0x84, 0x85, 0x86, 0x88, 0x89, 0x8B, 0x8C, 0x8E, 0x8F, 0x90, 0x20];
        byte[] sizes = [0, 1, 2, 4, 8, 3, 12, 16];
        var files = new List<byte>();
        for (var file = random.Next(1, 4); file > 0; file--)
        {
            var bytes = new FitBytes();
            for (var definitions = random.Next(1, 8); definitions > 0; definitions--)
            {
                var local = random.Next(0, 4);
                var fields = Many(6, () => (Any(numbers), Any(sizes), Any(types)));
                var added = Many(3, () => ((byte)random.Next(0, 3), Any(sizes), (byte)random.Next(0, 2)));
                bytes.Define(local, messages[random.Next(messages.Length)], random.Next(2) == 0, fields, added);
                for (var data = random.Next(0, 5); data > 0; data--)
                {
                    var values = new byte[fields.Sum(field => field.Item2) + added.Sum(field => field.Item2)];
                    random.NextBytes(values);
                    bytes.Raw(random.Next(3) == 0 ? (byte)(0x80 | (local << 5) | random.Next(32)) : (byte)local).Raw(values);
                }
            }

            files.AddRange(bytes.File(random.Next(2) == 0 ? 12 : 14));
        }

        return [.. files];

        byte Any(byte[] choices) => choices[random.Next(choices.Length)];
        T[] Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(most)).Select(_ => make())];
    }

    private static bool Check(byte[] bytes)
    {
        var salvaged = Measured(bytes, () => FitFile.Salvage(bytes));
        var described = salvaged.Messages.Select(Describe).ToList();
        salvaged.Messages.SelectMany(message => message.Fields).SelectMany(field => field.AsNumbers()).ShouldAllBe(number => number == null || double.IsFinite(number.Value));
        Touch(FitActivity.From(salvaged));
        Strictly(bytes).ShouldBe(salvaged.Faults.Count == 0 ? null : salvaged.Faults[0]);

        // In small pieces, as a network gives them, it is the same file.
        using var stream = new TricklingStream(bytes);
        Measured(bytes, () => FitFile.Salvage(stream)).Messages.Select(Describe).ShouldBe(described);
        return true;
    }

    private static FitFile Measured(byte[] bytes, Func<FitFile> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var file = read();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(AllocatedAtLeast + ((long)AllocatedPerByte * bytes.Length));
        return file;
    }

    private static FitFault? Strictly(byte[] bytes)
    {
        try
        {
            FitFile.Read(bytes);
            return null;
        }
        catch (FitException exception)
        {
            return exception.Fault;
        }
    }

    private static void Touch(FitActivity activity)
    {
        object[] views =
        [
            activity, .. activity.Sessions, .. activity.Sessions.Select(session => session.Totals), .. activity.Laps, .. activity.Laps.Select(lap => lap.Totals),
            .. activity.Records.Take(50), .. activity.Lengths, .. activity.Events, .. activity.Devices, .. activity.DeveloperFields,
        ];
        foreach (var view in views)
        {
            foreach (var property in view.GetType().GetProperties())
            {
                if (property.GetValue(view) is double number)
                {
                    double.IsFinite(number).ShouldBeTrue(property.Name);
                }
            }
        }
    }

    private static string Describe(FitMessage message) => $"{message.Number} {message.Timestamp}: " + string.Join(
        ", ", message.Fields.Select(field => $"{field.Number} {field.Name} {field.Unit} {field.AsText()} {field.AsTime()} {field.AsCode()} {field.IsAbsent} {string.Join(' ', field.AsNumbers())}"));

    private static byte[] Mutate(byte[] original, IEnumerable<(int Place, int Kind, byte Value)> changes)
    {
        var bytes = original.ToList();
        foreach (var (place, kind, value) in changes)
        {
            var at = Math.Min(place, bytes.Count - 1);
            switch (kind)
            {
                case 0:
                    bytes[at] = value;
                    break;
                case 1:
                    bytes.Insert(at, value);
                    break;
                default:
                    bytes.RemoveAt(at);
                    break;
            }
        }

        return [.. bytes];
    }
}
