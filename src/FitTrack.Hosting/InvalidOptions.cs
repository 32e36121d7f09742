using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace FitTrack.Hosting;

/// <summary>Says of a bad option what it is called in the environment and what belongs there.</summary>
internal static partial class InvalidOptions
{
    /// <summary>Values that were read and are refused, for example <c>Accounts__CodeTries must be between 1 and 20.</c></summary>
    public static string Describe(OptionsValidationException exception)
    {
        var section = SectionOf(exception.OptionsType);
        return string.Join(' ', exception.Failures.Select(failure => Annotation().Match(failure) is { Success: true } match ? Describe(section, match) : WithNames(failure)));
    }

    /// <summary>A value that is not of the option's type, for example <c>Accounts__CodeTries is 'many'; write a whole number.</c></summary>
    /// <returns><see langword="null"/> for any other exception.</returns>
    public static string? DescribeUnreadable(Exception exception)
    {
        if (exception is not InvalidOperationException || Conversion().Match(exception.Message) is not { Success: true } match)
        {
            return null;
        }

        var (value, option, type) = (match.Groups["value"].Value, match.Groups["option"].Value, TypeOf(match.Groups["type"].Value));

        // An address may have a password in it.
        return $"{InEnvironment(option)} is {(type == typeof(Uri) ? "no address" : $"'{value}'")}; write {ValueDescription.Of(type)}.";
    }

    /// <summary>The section that a class of options is bound to, with a colon at its end; empty for the root.</summary>
    internal static string SectionOf(Type options) =>
        options.GetField("SectionName", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetRawConstantValue() is string { Length: > 0 } section ? $"{section}:" : "";

    /// <summary>As an environment variable names it.</summary>
    internal static string InEnvironment(string option) => option.Replace(":", "__", StringComparison.Ordinal);

    private static string Describe(string section, Match match)
    {
        var members = match.Groups["members"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var error = match.Groups["error"].Value;
        if (members is not [var member])
        {
            return WithNames(error);
        }

        var option = InEnvironment($"{section}{member.Replace('.', ':')}");
        error = WithNames(error);
        if (error.StartsWith(option, StringComparison.Ordinal))
        {
            return error;
        }

        // "The field CodeTries must be …" is about the member and not about the option's name.
        var standard = StandardError().Match(error);
        return standard.Success ? $"{option} {standard.Groups["rule"].Value}" : $"{option}: {error}";
    }

    // Sentences about several options name them as the configuration does: Garmin:SsoUrl.
    private static string WithNames(string text) => OptionName().Replace(text, match => InEnvironment(match.Value));

    private static Type? TypeOf(string name) =>
        AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null) ?? typeof(Uri).Assembly.GetType(name);

    [GeneratedRegex("^DataAnnotation validation failed for '.*?' members: '(?<members>.*?)' with the error: '(?<error>.*)'\\.$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Annotation();

    [GeneratedRegex("\\b[A-Z]\\w+(:[A-Z]\\w*)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptionName();

    [GeneratedRegex("^The (field )?\\S+ (field )?(?<rule>(must|is) .*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StandardError();

    [GeneratedRegex("^Failed to convert configuration value '(?<value>.*)' at '(?<option>.*)' to type '(?<type>.*)'\\.$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conversion();
}
