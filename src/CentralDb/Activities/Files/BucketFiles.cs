using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace FitTrack.CentralDb.Activities.Files;

/// <summary>
/// A bucket. Files come from this machine's disk, so a request to the bucket can be tried again; large ones go in parts. Each request is signed over its whole body, which
/// every store checks, and asks for nothing that stores other than Amazon's do not know.
/// </summary>
internal sealed class BucketFiles(IOptions<CentralDbServerOptions> options, IncomingFolder incomingFolder, TimeProvider time) : IFileStore, IDisposable
{
    /// <summary>In bytes. Above the 5 MiB that are the least, so that 10 000 parts are 160 GB.</summary>
    public const int PartSize = 16 * 1024 * 1024;

    private static readonly TimeSpan AnswerIsFresh = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(3);

    // Of a request without content. Callers wait ten seconds, and a removal has a transaction open.
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(8);

    private readonly BucketOptions _options = options.Value.Files;
    private readonly Lazy<AmazonS3Client> _client = new(() => Connect(options.Value.Files));
    private readonly SemaphoreSlim _asking = new(1, 1);
    private (long At, string? Trouble)? _answer;

    public bool IsRemote => true;

    private string Bucket => _options.Bucket!;

    public string NameOf(string path) => $"{_options.Prefix}{path} in the bucket {Bucket}";

    /// <summary>Asks at most every ten seconds, however many ask us.</summary>
    public async Task<string?> TroubleAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_answer is not { } answer || time.GetElapsedTime(answer.At) > AnswerIsFresh)
            {
                _answer = answer = (time.GetTimestamp(), await AskAsync(cancellationToken));
            }

            return answer.Trouble;
        }
        finally
        {
            _asking.Release();
        }
    }

    public async Task<bool> HasAsync(string path, long size, CancellationToken cancellationToken) => await SizeAsync(path, cancellationToken) == size;

    public async Task PlaceAsync(IncomingFile incoming, string path, Func<string, Task> begun, CancellationToken cancellationToken)
    {
        if (incoming.Size > PartSize)
        {
            await PlaceInPartsAsync(incoming, path, begun, cancellationToken);
            return;
        }

        await GuardAsync(
            async client =>
            {
                await using var content = Read(incoming);
                return await client.PutObjectAsync(
                    new PutObjectRequest { BucketName = Bucket, Key = KeyOf(path), InputStream = content, AutoCloseStream = false, UseChunkEncoding = false }, cancellationToken);
            },
            cancellationToken);
    }

    public Task AbandonAsync(string path, string uploadId, CancellationToken cancellationToken) => GuardAsync(
        async client =>
        {
            try
            {
                await client.AbortMultipartUploadAsync(Bucket, KeyOf(path), uploadId, cancellationToken);
            }
            catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
            {
                // It was finished, or is forgotten already.
            }

            return path;
        },
        cancellationToken);

    public async Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken) => await SizeAsync(path, cancellationToken) is { } size
        ? new ObjectStream(size, (from, token) => GuardAsync(client => client.GetObjectAsync(From(path, from, size), token), token))
        : null;

    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await GuardAsync(
                client => client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = _options.Prefix, ContinuationToken = next }, cancellationToken), cancellationToken);
            foreach (var file in page.S3Objects ?? [])
            {
                yield return file.Key[_options.Prefix.Length..];
            }

            next = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (next is not null);
    }

    public async Task PutAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        await incomingFolder.StartAsync(cancellationToken);
        using var incoming = await incomingFolder.ReceiveAsync(content, long.MaxValue, cancellationToken);
        await PlaceAsync(incoming, path, _ => Task.CompletedTask, cancellationToken);
    }

    public Task RemoveAsync(string path, CancellationToken cancellationToken) =>
        GuardBrieflyAsync((client, token) => client.DeleteObjectAsync(Bucket, KeyOf(path), token), cancellationToken);

    public void Dispose()
    {
        _asking.Dispose();
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private static AmazonS3Client Connect(BucketOptions bucket)
    {
        var config = new AmazonS3Config
        {
            AuthenticationRegion = bucket.Region,
            ForcePathStyle = bucket.PathStyle ?? bucket.Endpoint is not null,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 1,
        };
        if (bucket.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(bucket.Region);
        }

        return string.IsNullOrEmpty(bucket.AccessKey) ? new AmazonS3Client(config) : new AmazonS3Client(new BasicAWSCredentials(bucket.AccessKey, bucket.SecretKey), config);
    }

    private static FileStream Read(IncomingFile incoming) =>
        new(incoming.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);

    private string KeyOf(string path) => _options.Prefix + path;

    private GetObjectRequest From(string path, long from, long size) => new()
    {
        BucketName = Bucket,
        Key = KeyOf(path),
        ByteRange = from == 0 ? null : new ByteRange(from, size - 1),
    };

    // Nothing of it is visible before the last request. An upload that is given up leaves parts, which are forgotten here, or later by what was noted of them.
    private async Task PlaceInPartsAsync(IncomingFile incoming, string path, Func<string, Task> begun, CancellationToken cancellationToken)
    {
        var upload = await GuardAsync(client => client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = Bucket, Key = KeyOf(path) }, cancellationToken), cancellationToken);
        await begun(upload.UploadId);
        var parts = new List<PartETag>();
        for (var from = 0L; from < incoming.Size; from += PartSize)
        {
            var (position, number) = (from, parts.Count + 1);
            var sent = await GuardAsync(
                async client =>
                {
                    await using var content = Read(incoming);
                    content.Position = position;
                    return await client.UploadPartAsync(
                        new UploadPartRequest
                        {
                            BucketName = Bucket,
                            Key = KeyOf(path),
                            UploadId = upload.UploadId,
                            PartNumber = number,
                            InputStream = content,
                            PartSize = Math.Min(PartSize, incoming.Size - position),
                            UseChunkEncoding = false,
                        },
                        cancellationToken);
                },
                cancellationToken);
            parts.Add(new PartETag(number, sent.ETag));
        }

        await GuardAsync(
            client => client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = Bucket, Key = KeyOf(path), UploadId = upload.UploadId, PartETags = parts }, cancellationToken),
            cancellationToken);
    }

    private Task<long?> SizeAsync(string path, CancellationToken cancellationToken) => GuardBrieflyAsync<long?>(
        async (client, token) =>
        {
            try
            {
                return (await client.GetObjectMetadataAsync(Bucket, KeyOf(path), token)).ContentLength;
            }
            catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound)
            {
                return null;
            }
        },
        cancellationToken);

    private async Task<string?> AskAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestAnswer);
        try
        {
            await _client.Value.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = _options.Prefix, MaxKeys = 1 }, limit.Token);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return $"The bucket {Bucket} of activity files cannot be reached; see CentralDbServer:Files.{(exception is AmazonS3Exception { ErrorCode: { Length: > 0 } code } ? $" It says {code}." : "")}";
        }
    }

    private async Task<T> GuardBrieflyAsync<T>(Func<AmazonS3Client, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestRequest);
        return await GuardAsync(client => ask(client, limit.Token), cancellationToken);
    }

    // What the SDK throws is of many kinds, and all mean the same to a caller.
    private async Task<T> GuardAsync<T>(Func<AmazonS3Client, Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(_client.Value);
        }
        catch (AmazonServiceException exception)
        {
            throw new FileStoreException($"{Bucket} says {(int)exception.StatusCode} {exception.ErrorCode}: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException or TimeoutException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new FileStoreException($"{Bucket} does not answer: {exception.GetBaseException().Message}", exception);
        }
    }
}
