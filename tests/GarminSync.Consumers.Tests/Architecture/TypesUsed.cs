using System.Reflection;

namespace GarminSync.Consumers.Tests.Architecture;

/// <summary>All types that a type names: in its declarations and in the code of its methods. Constants and <c>nameof</c> leave no trace there.</summary>
internal static class TypesUsed
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> By(Type type) => Declared(type).Concat(type.GetMembers(All).SelectMany(InMember)).Concat(Attributes(type)).SelectMany(Parts).Distinct();

    private static IEnumerable<Type?> Declared(Type type) => [type.BaseType, .. type.GetInterfaces(), .. Constraints(type.IsGenericTypeDefinition ? type.GetGenericArguments() : [])];

    private static IEnumerable<Type?> InMember(MemberInfo member) => Attributes(member).Concat(member switch
    {
        MethodBase method => [.. Signature(method), .. Constraints(method.IsGenericMethodDefinition ? method.GetGenericArguments() : []), .. InCode(method)],
        FieldInfo or PropertyInfo or EventInfo => Signature(member),
        _ => [],
    });

    private static IEnumerable<Type?> Signature(MemberInfo member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType, field.FieldType],
        PropertyInfo property => [property.PropertyType],
        EventInfo @event => [@event.EventHandlerType],
        MethodBase method =>
        [
            method.DeclaringType,
            (method as MethodInfo)?.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method.IsGenericMethod ? method.GetGenericArguments() : [],
        ],
        _ => [],
    };

    private static IEnumerable<Type?> InCode(MethodBase method) => method.GetMethodBody() is not { } body ? [] :
    [
        .. body.LocalVariables.Select(local => local.LocalType),
        .. body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType),
        .. Instructions.Of(method).SelectMany(instruction => Signature(instruction.Member)),
    ];

    private static IEnumerable<Type?> Constraints(Type[] parameters) => parameters.SelectMany(parameter => parameter.GetGenericParameterConstraints());

    private static IEnumerable<Type?> Attributes(MemberInfo member) => member.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value as Type).Append(attribute.AttributeType));

    // List<T[]> is List, and T.
    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null or { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsGenericType: true } => [type, .. type.GetGenericArguments().SelectMany(Parts)],
        _ => [type],
    };
}
