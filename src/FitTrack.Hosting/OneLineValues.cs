using Serilog.Core;
using Serilog.Events;

namespace FitTrack.Hosting;

/// <summary>
/// Makes the values in a log line safe to print, whoever sent them: cut to a length, and without control characters. With a line feed in a path, a caller could
/// write log lines of their own; with an escape sequence, change what the operator's terminal shows.
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

    // Some programs end a line at U+2028 and U+2029 too; overrides of the writing direction can disguise a text.
    private static bool IsUnfit(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
