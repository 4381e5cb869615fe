using System.Reflection;
using System.Runtime.CompilerServices;

namespace ContactCenter.StandIns.Tests.Surface;

/// <summary>Writes what an assembly shows to others in the form of the lists in standins/*/official.txt.</summary>
internal static class SurfaceText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string FullName(Type type) => $"{type.Namespace}.{Name(type)}";

    public static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!) + "&";
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        string name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        int tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    public static string Kind(Type type) =>
        type.IsInterface ? "interface"
        : type.IsEnum ? "enum"
        : type.IsSubclassOf(typeof(Delegate)) ? "delegate"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : "class";

    /// <summary>The base class, unless it says nothing, and the interfaces that the type itself names.</summary>
    public static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        Type[] all = type.GetInterfaces();
        IEnumerable<Type> own = all
            .Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(i => !all.Any(other => other != i && other.GetInterfaces().Contains(i)))
            .Where(i => i.IsVisible);
        return (type.BaseType is { } b && b != typeof(object) ? own.Prepend(b) : own).Select(Name);
    }

    public static IEnumerable<string> Members(Type type) =>
        type.GetMembers(Declared)
            .Where(m => m.GetCustomAttribute<CompilerGeneratedAttribute>() is null || m is PropertyInfo)
            .Select(Member)
            .OfType<string>();

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo c when IsShown(c) => $"ctor({Parameters(c)})",
        MethodInfo { Name: "BeginInvoke" or "EndInvoke" } => null,
        MethodInfo m when IsShown(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)) =>
            $"{(m.IsStatic ? "static " : "")}{m.Name}{Generics(m)}({Parameters(m)}): {Name(m.ReturnType)}",
        PropertyInfo p when Accessors(p) is { Length: > 0 } accessors => $"{p.Name}: {Name(p.PropertyType)} {accessors}",
        FieldInfo { IsLiteral: true, IsPublic: true } f when f.DeclaringType!.IsEnum => $"{f.Name} = {f.GetRawConstantValue()}",
        FieldInfo f when (f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly) && !f.IsSpecialName =>
            $"{f.Name}: {Name(f.FieldType)}{(f.IsStatic ? " static" : "")}{(f.IsInitOnly ? " readonly" : "")}",
        _ => null,
    };

    private static bool IsShown(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string Accessors(PropertyInfo property) => string.Join(
        " ",
        new[] { IsShown(property.GetMethod) ? "get" : null, IsShown(property.SetMethod) ? "set" : null }.OfType<string>());

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));
}
