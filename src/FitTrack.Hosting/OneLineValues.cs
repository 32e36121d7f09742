using Serilog.Core;
using Serilog.Events;

namespace FitTrack.Hosting;

/// <summary>
/// Makes what a line of the log is about fit for a line, whoever sent it: cut where it has no end, and without control characters. With a line feed
/// in a path a caller could write lines of the log himself, and with an escape sequence change what the operator's terminal shows.
/// </summary>
internal sealed class OneLineValues : ILogEventEnricher
{
    private const char Replacement = '\u2423';
    private const int Longest = 4000;

    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        List<LogEventProperty>? changed = null;
        foreach (var (name, value) in logEvent.Properties)
        {
            if (value is ScalarValue { Value: string text } && (text.Length > Longest || text.Any(IsUnfit)))
            {
                (changed ??= []).Add(new LogEventProperty(name, new ScalarValue(Fit(text))));
            }
        }

        changed?.ForEach(logEvent.AddOrUpdateProperty);
    }

    private static string Fit(string text)
    {
        var line = string.Create(Math.Min(text.Length, Longest), text, (characters, source) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = IsUnfit(source[i]) ? Replacement : source[i];
            }
        });
        return text.Length > Longest ? line + "…" : line;
    }

    // Line and paragraph separators end a line too, for some readers; overrides of the writing direction make text look like another.
    private static bool IsUnfit(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
