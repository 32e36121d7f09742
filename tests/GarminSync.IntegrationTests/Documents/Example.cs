using System.Text.RegularExpressions;
using GarminSync.Testing.Processes;

namespace GarminSync.IntegrationTests.Documents;

/// <summary>A block of commands of a document.</summary>
/// <param name="Heading">The heading that it stands under.</param>
/// <param name="Commands">Its lines.</param>
internal sealed partial record Example(string Heading, string Commands)
{
    /// <summary>Those of a document that call the service, in their order.</summary>
    /// <param name="document">Its path in the checkout.</param>
    public static IReadOnlyList<Example> Of(string document)
    {
        var text = File.ReadAllText(Path.Combine(ServiceProgram.Checkout, document));
        return [.. Block().Matches(text)
            .Where(block => block.Groups["language"].Value is "sh" or "bash" && block.Groups["content"].Value.Contains("curl", StringComparison.Ordinal))
            .Select(block => new Example(HeadingBefore(text, block.Index), block.Groups["content"].Value))];
    }

    /// <summary>The first block of JSON after a heading.</summary>
    public static string JsonAfter(string document, string heading)
    {
        var text = File.ReadAllText(Path.Combine(ServiceProgram.Checkout, document));
        return Block().Matches(text, text.IndexOf(heading, StringComparison.Ordinal)).First(block => block.Groups["language"].Value == "json").Groups["content"].Value;
    }

    private static string HeadingBefore(string text, int position) =>
        Heading1().Matches(text[..position]).LastOrDefault()?.Groups["name"].Value ?? "";

    [GeneratedRegex("^```(?<language>\\w*)\\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Block();

    [GeneratedRegex("^#+ (?<name>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Heading1();
}
