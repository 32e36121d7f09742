using System.Reflection;
using Shouldly;
using Xunit;

namespace GarminSync.Consumers.Tests.Architecture;

public sealed class What_may_know_what
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("GarminConnect")]
    [InlineData("CentralDb")]
    public void A_client_knows_neither_the_bus_nor_its_messages(string folder)
    {
        var client = Solution.Consumers.GetTypes().Where(type => type.Namespace?.StartsWith($"GarminSync.Consumers.{folder}", StringComparison.Ordinal) == true).ToList();
        client.ShouldNotBeEmpty();

        foreach (var type in client)
        {
            Mentioned(type).Select(mentioned => mentioned.Assembly.GetName().Name).ShouldNotContain(
                name => name!.StartsWith("MassTransit", StringComparison.Ordinal) || name == "GarminSync.Contracts", $"{type}");
        }
    }

    [Theory]
    [InlineData("GarminConnect")]
    [InlineData("CentralDb")]
    public void Nor_do_its_source_files(string folder)
    {
        var sources = Solution.Sources(folder).ToList();
        Assert.SkipWhen(sources.Count == 0, "The tests run away from the sources.");

        foreach (var file in sources)
        {
            File.ReadLines(file).ShouldNotContain(
                line => line.StartsWith("using MassTransit", StringComparison.Ordinal) || line.StartsWith("using GarminSync.Contracts", StringComparison.Ordinal), file);
        }
    }

    [Fact]
    public void The_contracts_need_nothing_but_the_framework() =>
        Solution.Contracts.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .ShouldAllBe(name => name == "netstandard" || name == "System" || name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<Type> Mentioned(Type type)
    {
        IEnumerable<Type?> mentioned =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(All).Select(field => field.FieldType),
            .. type.GetProperties(All).Select(property => property.PropertyType),
            .. type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType),
            .. type.GetMethods(All).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
        ];
        return mentioned.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Prepend(type),
        _ => [type],
    };
}
