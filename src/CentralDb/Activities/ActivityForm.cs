using System.Text;
using FitTrack.CentralDb.Activities.Files;
using FitTrack.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace FitTrack.CentralDb.Activities;

/// <summary>The multipart body of an upload: its fields, and its file, which went to disk as it came in.</summary>
internal sealed class ActivityForm : IDisposable
{
    /// <summary>What a body may have beside the file.</summary>
    public const int MaxFieldBytes = 4_000_000;

    private const int MaxParts = 100;

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Fields => _fields;

    public IncomingFile? File { get; private set; }

    /// <summary>Reads the body to its end.</summary>
    /// <exception cref="BadHttpRequestException">It is not a multipart body, breaks off, or is too large.</exception>
    public static async Task<ActivityForm> ReadAsync(HttpRequest request, IncomingFolder files, FieldErrors errors, CancellationToken cancellationToken)
    {
        var form = new ActivityForm();
        try
        {
            await form.ReadPartsAsync(new MultipartReader(Boundary(request), request.Body), files, errors, cancellationToken);
            return form;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            form.Dispose();
            throw new BadHttpRequestException($"The multipart body cannot be read to its end. {exception.Message}", exception);
        }
        catch
        {
            form.Dispose();
            throw;
        }
    }

    public static void Allow(HttpContext context, long maxFileSize)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = maxFileSize + MaxFieldBytes;
        }
    }

    public void Dispose() => File?.Dispose();

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 200 } boundary
            ? boundary
            : throw new BadHttpRequestException("Send the activity as multipart/form-data, with its file in the part 'file'.", StatusCodes.Status415UnsupportedMediaType);

    private async Task ReadPartsAsync(MultipartReader reader, IncomingFolder files, FieldErrors errors, CancellationToken cancellationToken)
    {
        var parts = 0;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            var name = ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
                ? HeaderUtilities.RemoveQuotes(disposition.Name).Value
                : null;
            if (++parts > MaxParts || string.IsNullOrEmpty(name))
            {
                throw new InvalidDataException($"It has more than {MaxParts} parts, or one without a name.");
            }

            if (name != "file")
            {
                _fields[name] = await TextAsync(section.Body, cancellationToken);
            }
            else if (File is null)
            {
                File = await files.ReceiveAsync(section.Body, maxSize: null, cancellationToken);
            }
            else
            {
                errors.Add("file", "must be there once");
            }
        }
    }

    private async Task<string> TextAsync(Stream part, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(part, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var text = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            text.Append(buffer, 0, read);
            if (text.Length + _fields.Values.Sum(value => value.Length) > MaxFieldBytes)
            {
                throw new BadHttpRequestException($"The fields have more than {MaxFieldBytes} characters.", StatusCodes.Status413PayloadTooLarge);
            }
        }

        return text.ToString();
    }
}
