using System.Collections;
using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace FitTrack.Hosting;

/// <summary>Refuses what the binding of options passes over: a name that is mistyped, and an item of a list that cannot be read.</summary>
public static class UnknownOptions
{
    /// <summary>Looks, at start, at the sections of all classes of options that are registered by now; call it last.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="open">Classes whose sections have more in them, for another reader.</param>
    public static WebApplicationBuilder RefuseUnknownOptions(this WebApplicationBuilder builder, params IReadOnlyList<Type> open)
    {
        var classes = builder.Services
            .Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .Select(type => type.GenericTypeArguments[0])
            .Where(type => InvalidOptions.SectionOf(type).Length > 0 && !open.Contains(type))
            .Distinct()
            .ToList();

        // The first of all: the database is not brought up to date, and nothing listens, when an option is wrong.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(services => new UnknownOptionsCheck(services.GetRequiredService<IConfiguration>(), classes)));
        return builder;
    }

    /// <summary>What is wrong with a section, in a sentence each.</summary>
    internal static IEnumerable<string> Find(IConfiguration configuration, Type options)
    {
        var section = configuration.GetSection(InvalidOptions.SectionOf(options).TrimEnd(':'));
        return Find(section, options);
    }

    private static IEnumerable<string> Find(IConfigurationSection section, Type type)
    {
        var properties = type.GetProperties().ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            var name = InvalidOptions.InEnvironment(child.Path);
            if (!properties.TryGetValue(child.Key, out var member))
            {
                yield return $"There is no option {name}; {InvalidOptions.InEnvironment(section.Path)} has {string.Join(", ", properties.Keys.Order(StringComparer.Ordinal))}.";
            }
            else if (ItemOf(member) is { } item)
            {
                foreach (var bad in child.GetChildren().Where(value => !IsReadable(value.Value, item)))
                {
                    yield return $"{InvalidOptions.InEnvironment(bad.Path)} is '{bad.Value}'; write {ValueDescription.Of(item)}.";
                }
            }
            else if (child.GetChildren().Any())
            {
                foreach (var problem in Find(child, member))
                {
                    yield return problem;
                }
            }
        }
    }

    private static Type? ItemOf(Type type) =>
        type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetElementType() ?? type.GenericTypeArguments.FirstOrDefault() : null;

    private static bool IsReadable(string? value, Type type) => value is not null && TypeDescriptor.GetConverter(type) is var converter
        && (type == typeof(string) || converter.IsValid(value) && (!type.IsEnum || Enum.TryParse(type, value, ignoreCase: true, out _)));
}
