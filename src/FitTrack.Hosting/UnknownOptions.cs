using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FitTrack.Hosting;

/// <summary>
/// Tells what the binding of options passes over: a name that there is not, and a list that cannot be read. A name is refused on the command line, which is this
/// program's alone; in the environment, which programs and versions share, it is a warning.
/// </summary>
public static partial class UnknownOptions
{
    // Taken out: an upgrade must not stop because one is still set.
    private static readonly HashSet<string> Retired = new(StringComparer.OrdinalIgnoreCase) { "Sync:FailuresInRowThatPause" };

    // What an open section may have beside sections: options that every program has.
    private static readonly HashSet<string> OfEveryProgram = new(StringComparer.OrdinalIgnoreCase) { "DataFolder", "SecretsFolder", "AllowedHosts" };

    /// <summary>Has the sections of all classes of options that are registered by now looked at, by <see cref="CheckOptions"/>; call it last.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="open">Classes in whose sections are whole sections for another reader.</param>
    public static WebApplicationBuilder RefuseUnknownOptions(this WebApplicationBuilder builder, params IReadOnlyList<Type> open)
    {
        var classes = builder.Services
            .Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .Select(type => type.GenericTypeArguments[0])
            .Where(IsOurs)
            .Distinct()
            .ToList();
        builder.Services.AddSingleton(new CheckedSections(classes, [.. open]));
        return builder;
    }

    /// <summary>Looks at the options before anything of the server exists: no file is made and no database opened when one is wrong.</summary>
    /// <exception cref="StartRefusedException">There are options that nobody reads.</exception>
    public static void CheckOptions(this WebApplication app)
    {
        if (app.Services.GetService<CheckedSections>() is not { } known)
        {
            return;
        }

        var problems = Find(app.Configuration, known, retired => LogRetired(app.Logger, InvalidOptions.InEnvironment(retired))).Distinct().ToList();
        var refused = problems.Where(problem => !problem.IsUnknown || IsOnCommandLine(app.Configuration, problem.Path)).ToList();
        if (refused.Count > 0)
        {
            throw new StartRefusedException(string.Join(' ', refused.Select(problem => problem.Text)));
        }

        foreach (var problem in problems)
        {
            LogUnknown(app.Logger, problem.Text);
        }
    }

    // A class of options of ours names its section; an empty name is the root, of which the members that are classes are looked at.
    private static bool IsOurs(Type type) => type.GetField("SectionName") is not null;

    private static IEnumerable<PropertyInfo> Parts(Type type) => type.GetProperties().Where(property => property.PropertyType.IsClass && property.PropertyType.Assembly == type.Assembly);

    private static bool IsOnCommandLine(IConfiguration configuration, string path) => configuration is IConfigurationRoot root
        && root.Providers.OfType<CommandLineConfigurationProvider>().Any(args => args.TryGet(path, out _) || args.GetChildKeys([], path).Any());

    private static IEnumerable<Problem> Find(IConfiguration configuration, CheckedSections known, Action<string> retired)
    {
        foreach (var options in known.Classes)
        {
            var section = InvalidOptions.SectionOf(options).TrimEnd(':');
            var sections = section.Length > 0
                ? [(configuration.GetSection(section), options)]
                : Parts(options).Select(part => (configuration.GetSection(part.Name), part.PropertyType));
            foreach (var problem in sections.SelectMany(one => Find(one.Item1, one.Item2, known.Open.Contains(options), retired)))
            {
                yield return problem;
            }
        }

        // Sections that are only there for others: Gateway has Auth, Login and more.
        var paths = known.Classes.Select(options => InvalidOptions.SectionOf(options).TrimEnd(':').Split(':')).Where(path => path.Length > 1).ToLookup(path => path[0], path => path[1], StringComparer.OrdinalIgnoreCase);
        foreach (var parent in paths)
        {
            foreach (var child in configuration.GetSection(parent.Key).GetChildren().Where(child => !parent.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            {
                yield return Unknown(child, parent);
            }
        }
    }

    private static IEnumerable<Problem> Find(IConfigurationSection section, Type type, bool isOpen, Action<string> retired)
    {
        var properties = type.GetProperties().ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var member))
            {
                if (Retired.Contains(child.Path))
                {
                    retired(child.Path);
                }
                else if (!isOpen || (!child.GetChildren().Any() && !OfEveryProgram.Contains(child.Key)))
                {
                    yield return Unknown(child, properties.Keys);
                }
            }
            else if (ItemOf(member) is { } item)
            {
                foreach (var problem in FindInList(child, item))
                {
                    yield return problem;
                }
            }
            else if (child.GetChildren().Any())
            {
                foreach (var problem in Find(child, member, isOpen: false, retired))
                {
                    yield return problem;
                }
            }
        }
    }

    private static IEnumerable<Problem> FindInList(IConfigurationSection list, Type item)
    {
        var name = InvalidOptions.InEnvironment(list.Path);
        if (!string.IsNullOrEmpty(list.Value))
        {
            yield return new Problem(list.Path, $"{name} is a list: write {name}__0, {name}__1 and so on.");
        }

        foreach (var bad in list.GetChildren().Where(value => !IsReadable(value.Value, item)))
        {
            yield return new Problem(bad.Path, $"{InvalidOptions.InEnvironment(bad.Path)} is '{bad.Value}'; write {ValueDescription.Of(item)}.");
        }
    }

    private static Problem Unknown(IConfigurationSection child, IEnumerable<string> known)
    {
        var (name, section) = (InvalidOptions.InEnvironment(child.Path), InvalidOptions.InEnvironment(child.Path[..^(child.Key.Length + 1)]));
        return new Problem(child.Path, $"There is no option {name}; {section} has {string.Join(", ", known.Order(StringComparer.Ordinal))}.", IsUnknown: true);
    }

    private static Type? ItemOf(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetElementType() ?? type.GenericTypeArguments.FirstOrDefault() : null;

    private static bool IsReadable(string? value, Type type) => value is not null
        && (type == typeof(string) || (type.IsEnum ? Enum.TryParse(type, value, ignoreCase: true, out _) : TypeDescriptor.GetConverter(type).IsValid(value)));

    [LoggerMessage(1, LogLevel.Warning, "The option {Option} is of an older version and does nothing any more. Take it out: docs/configuration.md has those that there are")]
    private static partial void LogRetired(ILogger logger, string option);

    [LoggerMessage(2, LogLevel.Warning, "{Problem} What it was set to has no effect")]
    private static partial void LogUnknown(ILogger logger, string problem);

    /// <summary>What is wrong with an option, for a person.</summary>
    private sealed record Problem(string Path, string Text, bool IsUnknown = false);

    /// <summary>What is looked at.</summary>
    private sealed record CheckedSections(IReadOnlyList<Type> Classes, IReadOnlyList<Type> Open);
}
