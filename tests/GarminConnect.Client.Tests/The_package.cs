using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace GarminConnect.Client.Tests;

public sealed class The_package
{
    private static readonly Assembly Client = typeof(GarminConnectClient).Assembly;

    [Fact]
    public void It_knows_neither_a_bus_nor_a_database_nor_the_rest_of_this_product()
    {
        var known = Client.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        known.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name == "Polly.Core");
    }

    [Fact]
    public void Its_tests_alone_may_look_inside() =>
        Client.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName).ShouldBe(["GarminConnect.Client.Tests"]);

    [Fact]
    public void Its_public_members_speak_of_the_framework_and_of_itself_alone()
    {
        var spokenOf = Client.GetExportedTypes().SelectMany(Types).SelectMany(Parts).Select(type => type.Assembly).Distinct();

        spokenOf.Except([Client, typeof(IServiceCollection).Assembly]).Select(assembly => assembly.GetName().Name!)
            .ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_makes_one_of_its_records_can_give_it_all_that_is_required()
    {
        foreach (var type in Client.GetExportedTypes().Where(type => type.GetMethod("<Clone>$") is not null && !type.IsAbstract))
        {
            type.GetConstructors().ShouldNotBeEmpty(type.Name);
            type.GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute)))
                .ShouldAllBe(property => property.SetMethod!.IsPublic, type.Name);
        }
    }

    [Fact]
    public void Everything_that_it_registers_for_others_is_public()
    {
        var registered = new ServiceCollection().AddGarminConnect(_ => { }).Where(service => service.ServiceType.Assembly == Client && service.ServiceType.IsPublic);

        registered.Select(service => service.ServiceType.Name).Order(StringComparer.Ordinal).ShouldBe(
            ["GarminConnectClient", "GarminHealth", "GarminSignIn", "GarminTokenClient", "GarminWorkouts", "ImportedTokens", "ServiceTickets"]);
    }

    private static IEnumerable<Type> Types(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type> of =
        [
            .. type.GetMethods(Public).SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType)),
            .. type.GetConstructors(Public).SelectMany(constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType)),
            .. type.GetFields(Public).Select(field => field.FieldType),
            .. type.GetInterfaces(),
        ];
        return type.BaseType is { } parent ? of.Append(parent) : of;
    }

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };
}
