namespace FitTrack.Hosting;

/// <summary><c>health URL</c>: a health check for containers, whose images have neither a shell nor curl.</summary>
internal static class HealthQuestion
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(5);

    /// <summary>Asks, prints the answer, and returns 0 when it is a success, 1 when it is not or does not come.</summary>
    public static async Task<int> AskAsync(string url)
    {
        using var http = new HttpClient { Timeout = AnswerWithin };
        try
        {
            using var answer = await http.GetAsync(new Uri(url));
            await Console.Out.WriteLineAsync($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            await Console.Error.WriteLineAsync($"No answer from {url}: {exception.Message}");
            return 1;
        }
    }
}
