using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Amazon.Lambda.Annotations;
using ContactCenter.Functions;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Infra.Tests.Rights;

/// <summary>
/// Everything that a function may run, read from its instructions: from its handler, through the composition root, to the calls of AWS
/// clients. Whose methods a virtual call runs are those of the types that the same function makes. What only a configuration decides is
/// taken as both, so this is more than any deployment runs, and never less.
/// </summary>
internal sealed class CalledCode
{
    private static readonly Lazy<IReadOnlyDictionary<Type, ServiceDescriptor[]>> Services = new(Registered);

    /// <summary>Types that the composition root makes by their constructors: what these take, they ask for.</summary>
    private static readonly Lazy<IReadOnlySet<Type>> Constructed = new(static () =>
        Services.Value.Values.SelectMany(static each => each).Select(static each => each.ImplementationType).OfType<Type>()
            .Concat(Handlers.Select(static handler => handler.DeclaringType!)).ToHashSet());

    private static readonly ConcurrentDictionary<Type, (Signature Called, MethodInfo Answering)[]> Overrides = [];
    private static readonly ConcurrentDictionary<MethodBase, (OpCode Code, MemberInfo Member)[]> Read = [];
    private static readonly ConcurrentDictionary<MethodBase, Type?> Machines = [];
    private static readonly ConcurrentDictionary<Assembly, bool> Ours = [];

    private readonly Queue<MethodBase> _next = new();
    private readonly HashSet<MethodBase> _methods = [];
    private readonly HashSet<Type> _made = [];
    private readonly HashSet<Type> _asked = [];
    private readonly HashSet<Signature> _virtual = [];
    private readonly Dictionary<Signature, List<MethodInfo>> _answers = [];
    private readonly HashSet<AwsCall> _calls = [];

    private CalledCode(MethodInfo handler)
    {
        Make(handler.DeclaringType!);
        Run(handler);
        foreach (var parameter in handler.GetParameters().Where(static each => each.IsDefined(typeof(FromServicesAttribute))))
        {
            Ask(parameter.ParameterType);
        }

        while (_next.TryDequeue(out var method))
        {
            Follow(method);
        }
    }

    /// <summary>The calls of AWS that each function may make, by the name under which it is deployed.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<AwsCall>> ByFunction { get; } = Handlers
        .ToDictionary(static handler => handler.Name, static handler => (IReadOnlySet<AwsCall>)new CalledCode(handler)._calls);

    private static IEnumerable<MethodInfo> Handlers => typeof(Startup).Assembly.GetTypes().SelectMany(static type => type.GetMethods())
        .Where(static method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null);

    private static Dictionary<Type, ServiceDescriptor[]> Registered()
    {
        var services = new ServiceCollection();
        new Startup().ConfigureServices(services);
        return services.GroupBy(static service => service.ServiceType).ToDictionary(static each => each.Key, static each => each.ToArray());
    }

    private void Follow(MethodBase method)
    {
        foreach (var (code, member) in Read.GetOrAdd(method, static each => [.. Instructions.Of(each)]))
        {
            switch (member)
            {
                case ConstructorInfo called when code == OpCodes.Newobj || called.DeclaringType!.IsValueType:
                    Make(called.DeclaringType!);
                    Run(called);
                    break;
                case MethodInfo called when Clients.OperationOf(called) is { } operation:
                    _calls.Add(new AwsCall(SourceOf(method), operation));
                    break;
                case MethodInfo { IsGenericMethod: true } asked when asked.DeclaringType == typeof(ServiceProviderServiceExtensions):
                    Ask(asked.GetGenericArguments()[0]);
                    break;
                case MethodBase called:
                    Run(called);
                    break;
                case Type made when code == OpCodes.Initobj || code == OpCodes.Box:
                    Make(made);
                    break;
                case FieldInfo { IsStatic: true } field when IsOurs(field.DeclaringType):
                    Run(field.DeclaringType!.TypeInitializer);
                    break;
                default:
                    break;
            }
        }

        if (Machines.GetOrAdd(method, MachineOf) is { } machine)
        {
            Make(machine);
        }
    }

    private static Type? MachineOf(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>(inherit: false)?.StateMachineType;

    /// <summary>A service is made as it was registered.</summary>
    private void Ask(Type service)
    {
        if (!_asked.Add(service))
        {
            return;
        }

        Assert.False(service.IsGenericParameter, "which service is asked for cannot be read from a generic method");

        if (service.IsGenericType && service.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        {
            Ask(service.GetGenericArguments()[0]);
        }

        foreach (var descriptor in Services.Value.GetValueOrDefault(service) ?? [])
        {
            if (descriptor.ImplementationFactory is { } factory)
            {
                Run(factory.Method);
            }
            else if (descriptor.ImplementationType is { } type)
            {
                Make(type);
            }
        }
    }

    private void Make(Type type)
    {
        type = Definition(type);
        if (!IsOurs(type) || !_made.Add(type))
        {
            return;
        }

        Run(type.TypeInitializer);
        if (!type.IsValueType && !typeof(Delegate).IsAssignableFrom(type) && Constructed.Value.Contains(type))
        {
            foreach (var constructor in type.GetConstructors())
            {
                Run(constructor);
                foreach (var parameter in constructor.GetParameters())
                {
                    Ask(parameter.ParameterType);
                }
            }
        }

        // what the library calls back, and what was called before this was made
        foreach (var each in Overrides.GetOrAdd(type, OverridesOf))
        {
            if (!_answers.TryGetValue(each.Called, out var answers))
            {
                _answers[each.Called] = answers = [];
            }

            answers.Add(each.Answering);
            if (!IsOurs(each.Called.Type) || _virtual.Contains(each.Called))
            {
                Run(each.Answering);
            }
        }
    }

    private void Run(MethodBase? method)
    {
        if (method is null || !IsOurs(method.DeclaringType))
        {
            return;
        }

        method = Definition(method);
        if (!_methods.Add(method))
        {
            return;
        }

        _next.Enqueue(method);
        Run(method.DeclaringType!.TypeInitializer);
        if (method.IsVirtual && SignatureOf(method.DeclaringType!, method) is var called && _virtual.Add(called))
        {
            foreach (var each in _answers.GetValueOrDefault(called) ?? [])
            {
                Run(each);
            }
        }
    }

    /// <summary>What a virtual call of a base or an interface runs: found by name, because who implements what may be generic.</summary>
    private static (Signature Called, MethodInfo Answering)[] OverridesOf(Type type)
    {
        var own = type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(static method => method.IsVirtual && !method.IsAbstract)
            .ToLookup(static method => (NameOf(method), method.GetParameters().Length));
        return
        [
            .. from known in Bases(type)
               from called in known.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
               where called.IsVirtual
               from answering in own[(NameOf(called), called.GetParameters().Length)]
               where IsOurs(answering.DeclaringType)
               select (SignatureOf(known, called), answering),
        ];
    }

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var each = type; each is not null; each = each.BaseType)
        {
            yield return Definition(each);
        }

        foreach (var each in type.GetInterfaces())
        {
            yield return Definition(each);
        }
    }

    private static Signature SignatureOf(Type type, MethodBase method) => new(type, NameOf(method), method.GetParameters().Length);

    /// <summary>Without the interface that a method names whose it is.</summary>
    private static string NameOf(MethodBase method) => method.Name.Split('.')[^1];

    private static bool IsOurs(Type? type) => type is not null
        && Ours.GetOrAdd(type.Assembly, static each => each.GetName().Name!.StartsWith("ContactCenter.", StringComparison.Ordinal));

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static MethodBase Definition(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;

    /// <summary>The method of the source, in whose place the compiler may have put a machine, a closure or a function of its own.</summary>
    private static string SourceOf(MethodBase method)
    {
        var name = method.Name;
        var type = method.DeclaringType!;
        while (type.Name.Contains('<', StringComparison.Ordinal))
        {
            name = name.Contains('<', StringComparison.Ordinal) ? name : type.Name;
            type = type.DeclaringType!;
        }

        if (name.Contains('<', StringComparison.Ordinal))
        {
            name = name[(name.LastIndexOf('<') + 1)..name.IndexOf('>', StringComparison.Ordinal)];
        }

        return $"{type.Name.Split('`')[0]}.{name.Split('.', '-')[^1]}";
    }

    private readonly record struct Signature(Type Type, string Name, int Parameters);
}

/// <summary>A call of AWS.</summary>
/// <param name="Site">Type and method that make it.</param>
/// <param name="Operation">The operation, such as <c>dynamodb:GetItem</c>.</param>
internal sealed record AwsCall(string Site, string Operation)
{
    public override string ToString() => $"{Site} {Operation}";
}
