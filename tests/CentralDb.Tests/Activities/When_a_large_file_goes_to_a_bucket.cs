using System.Security.Cryptography;
using System.Text.Json.Nodes;
using FitTrack.CentralDb.Activities.Files;
using GarminSync.Testing;
using Shouldly;
using Xunit;

namespace FitTrack.CentralDb.Tests.Activities;

[Collection(nameof(Alone))]
public sealed class When_a_large_file_goes_to_a_bucket(S3Server bucket)
{
    private const int Size = 200_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_in_parts_and_is_never_in_memory_as_a_whole()
    {
        await bucket.StartAsync(Token);
        await using var server = await RunningCentralDb.StartAsync([.. bucket.Options("large/"), "--CentralDbServer:MaxFileSizeBytes=300000000"]);
        var user = await server.NewUserAsync();
        using var form = new MultipartFormDataContent { { new StringContent("1"), "garmin_activity_id" }, { new StringContent("fit"), "file_format" } };
        form.Add(new StreamContent(new Noise(Size)), "file", "activity.fit");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/activities/{user}") { Content = form };
        request.Headers.TransferEncodingChunked = true; // or the client reads it into memory

        var before = GC.GetTotalAllocatedBytes(precise: true);
        using var answer = await server.Http.SendAsync(request, Token);
        ((int)answer.StatusCode).ShouldBe(201);
        var activity = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(Size / 2, "everything that was allocated, by the client, the server and the bucket's client");

        before = GC.GetTotalAllocatedBytes(precise: true);
        await using (var content = await server.Http.GetStreamAsync($"/activities/{user}/{activity.Text("id")}/file", Token))
        {
            Convert.ToHexStringLower(await SHA256.HashDataAsync(content, Token)).ShouldBe(activity.Text("sha256"));
        }

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(Size / 2);
        (await bucket.RequestsAsync(Token)).Count(sent => sent.StartsWith($"PUT /{S3Server.Bucket}/large/", StringComparison.Ordinal) && sent.Contains("partNumber=", StringComparison.Ordinal))
            .ShouldBe((Size + BucketFiles.PartSize - 1) / BucketFiles.PartSize);
    }

    /// <summary>So many bytes that are nowhere before they are read.</summary>
    private sealed class Noise(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _position);
            for (var i = 0; i < read; i++)
            {
                buffer[offset + i] = (byte)((_position + i) * 2654435761 >> 13);
            }

            _position += read;
            return read;
        }

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
