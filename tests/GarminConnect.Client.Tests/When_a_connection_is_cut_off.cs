using System.Text;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

/// <summary>In the middle of a body, as TLS tells it: with an <see cref="IOException"/> that has nothing inside, like that of a full disk.</summary>
public sealed class When_a_connection_is_cut_off
{
    [Fact]
    public async Task It_is_the_connection_that_broke_when_JSON_is_read()
    {
        using var content = new StreamContent(new CutOff());

        var broken = await Should.ThrowAsync<HttpIOException>(() => LenientJson.ReadAsync(content, TestContext.Current.CancellationToken));

        TransportFailure.Is(broken).ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_the_connection_that_broke_when_a_file_is_copied()
    {
        using var content = new StreamContent(new CutOff());
        await using var body = await AnswerBody.OpenAsync(content, TestContext.Current.CancellationToken);

        var broken = await Should.ThrowAsync<HttpIOException>(() => LimitedCopy.RunAsync(body, Stream.Null, 1000, "it", TestContext.Current.CancellationToken));

        TransportFailure.Is(broken).ShouldBeTrue();
    }

    private sealed class CutOff() : MemoryStream(Encoding.UTF8.GetBytes("""{"a":"""))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0
                ? read
                : throw new IOException("Received an unexpected EOF or 0 bytes from the transport stream.");
    }
}
