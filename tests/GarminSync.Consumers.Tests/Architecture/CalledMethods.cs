using System.Reflection;
using System.Reflection.Emit;

namespace GarminSync.Consumers.Tests.Architecture;

/// <summary>Reads from compiled code which methods it calls, lambdas and state machines of async methods included.</summary>
internal static class CalledMethods
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Each call in an assembly, with the outermost type that it stands in.</summary>
    public static IEnumerable<(Type Caller, MethodBase Called)> In(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared))
        from called in Of(method)
        select (Outermost(type), called);

    private static IEnumerable<MethodBase> Of(MethodBase method) =>
        Instructions.Of(method).Where(instruction => instruction.Operand == OperandType.InlineMethod).Select(instruction => (MethodBase)instruction.Member);

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }
}
