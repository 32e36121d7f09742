using System.IO.Compression;
using GarminConnect.Simulator.Tests.Files;
using Shouldly;
using Xunit;

namespace GarminConnect.Simulator.Tests.Faults;

public class When_a_download_is_spoiled
{
    private const string Template = "/download-service/files/activity/{id}";

    [Fact]
    public async Task A_cut_off_one_ends_with_an_error_of_the_connection()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();
        await simulator.AddFaultAsync(new { match = new { endpoint = Template }, kind = "CutOff" });

        await Should.ThrowAsync<HttpRequestException>(() => api.MemberAsync(id));
    }

    [Fact]
    public async Task A_truncated_one_ends_properly_and_is_no_ZIP()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();
        await simulator.AddFaultAsync(new { match = new { endpoint = $"/download-service/files/activity/{id}" }, kind = "Truncated" });

        await Should.ThrowAsync<InvalidDataException>(() => api.MemberAsync(id));
    }

    [Fact]
    public async Task A_corrupt_one_opens_and_cannot_be_unpacked()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();
        var (_, sound) = await api.MemberAsync(id);
        await simulator.AddFaultAsync(new { match = new { endpoint = Template }, kind = "CorruptZip" });

        using var answer = await api.OriginalAsync(id);
        await using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestSimulator.Cancel)));
        zip.Entries.Count.ShouldBe(1);
        using var unpacked = new MemoryStream();
        await using var content = await zip.Entries[0].OpenAsync(TestSimulator.Cancel);
        try
        {
            await content.CopyToAsync(unpacked, TestSimulator.Cancel);
        }
        catch (InvalidDataException)
        {
            // The unpacker may notice, or give other bytes.
        }

        unpacked.ToArray().ShouldNotBe(sound);
    }

    [Fact]
    public async Task One_without_a_FIT_file_holds_something_else()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();
        await simulator.AddFaultAsync(new { match = new { endpoint = Template }, kind = "ZipWithoutFit" });

        (await api.MemberAsync(id)).Name.ShouldBe("readme.txt");
    }

    [Fact]
    public async Task A_bomb_is_small_and_unpacks_to_much()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();
        await simulator.AddFaultAsync(new { match = new { endpoint = Template }, kind = "ZipBomb", unpackedBytes = 20_000_000 });

        using var answer = await api.OriginalAsync(id);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestSimulator.Cancel);

        bytes.Length.ShouldBeLessThan(500_000);
        (await Downloads.Unzip(bytes)).Bytes.Length.ShouldBe(20_000_000);
    }

    [Fact]
    public async Task A_large_one_holds_the_right_file_again_and_again()
    {
        await using var simulator = await TestSimulator.StartAsync();
        using var api = await simulator.SignInAsync();
        var id = (await api.ListAsync())[0].Id();
        var (name, sound) = await api.MemberAsync(id);
        await simulator.AddFaultAsync(new { match = new { endpoint = Template }, kind = "LargeFile", unpackedBytes = sound.Length + 1 });

        var (sameName, large) = await api.MemberAsync(id);

        sameName.ShouldBe(name);
        large.ShouldBe([.. sound, .. sound]);
    }
}
