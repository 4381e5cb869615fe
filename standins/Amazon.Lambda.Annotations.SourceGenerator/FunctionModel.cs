using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>A method with <c>[LambdaFunction]</c>, as far as its generated code depends on it.</summary>
internal sealed record FunctionModel(
    string Namespace,
    string ClassName,
    string Class,
    string Method,
    EquatableArray<ParameterModel> Parameters,
    ReturnKind Return,
    string ReturnType,
    string? Problem,
    Location? Location)
{
    private const string ContextType = "Amazon.Lambda.Core.ILambdaContext";

    /// <summary>As the official generator names types: in full, and without nullability.</summary>
    private static readonly SymbolDisplayFormat Names =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    public string WrapperName => $"{ClassName}_{Method}_Generated";

    public string Wrapper => Namespace.Length == 0 ? WrapperName : $"{Namespace}.{WrapperName}";

    public ParameterModel? Event => Parameters.FirstOrDefault(p => p.Kind == ParameterKind.Event);

    public bool TakesContext => Parameters.Any(p => p.Kind == ParameterKind.Context);

    public bool TakesServices => Parameters.Any(p => p.Kind == ParameterKind.Service);

    /// <summary>What the wrapper takes of an invocation: what the function takes, or bytes where that is nothing.</summary>
    public IEnumerable<ParameterModel> Taken => Event is null && !TakesContext
        ? [new ParameterModel("stream", "Stream", ParameterKind.Event)]
        : Parameters.Where(p => p.Kind != ParameterKind.Service);

    public static FunctionModel From(GeneratorAttributeSyntaxContext syntax)
    {
        var method = (IMethodSymbol)syntax.TargetSymbol;
        INamedTypeSymbol type = method.ContainingType;
        var parameters = method.Parameters.Select(ParameterOf).ToImmutableArray();
        return new FunctionModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            FullName(type),
            method.Name,
            new EquatableArray<ParameterModel>(parameters),
            KindOf(method),
            FullName(method.ReturnType),
            ProblemOf(method, parameters),
            method.Locations.FirstOrDefault());
    }

    internal static string FullName(ITypeSymbol type) => type.ToDisplayString(Names);

    private static ParameterModel ParameterOf(IParameterSymbol parameter)
    {
        string type = FullName(parameter.Type);
        bool fromServices = parameter.GetAttributes()
            .Any(a => a.AttributeClass?.ToDisplayString() == "Amazon.Lambda.Annotations.FromServicesAttribute");
        ParameterKind kind = fromServices ? ParameterKind.Service
            : type == ContextType ? ParameterKind.Context
            : ParameterKind.Event;
        return new ParameterModel("@" + parameter.Name, type, kind);
    }

    private static ReturnKind KindOf(IMethodSymbol method) => method.ReturnType.OriginalDefinition.ToDisplayString() switch
    {
        "void" => ReturnKind.Nothing,
        "System.Threading.Tasks.Task" => ReturnKind.Task,
        "System.Threading.Tasks.Task<TResult>" => ReturnKind.TaskOfValue,
        _ => ReturnKind.Value,
    };

    private static string? ProblemOf(IMethodSymbol method, ImmutableArray<ParameterModel> parameters)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (method.IsGenericMethod || type.IsGenericType || type.ContainingType is not null)
        {
            return "it must be a plain method of a class that is neither generic nor nested";
        }

        if (method.IsStatic || type.IsStatic)
        {
            return "it must be an instance method: it is called on an object of its class";
        }

        if (method.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal))
        {
            return "it must be public";
        }

        if (method.ReturnsVoid && method.IsAsync)
        {
            return "an async method must return a Task, or Lambda ends it half-way";
        }

        if (method.ReturnType.OriginalDefinition.ToDisplayString().StartsWith("System.Threading.Tasks.ValueTask", StringComparison.Ordinal))
        {
            return "it must return void, a value, a Task or a Task<T>, not a ValueTask";
        }

        int events = parameters.Count(p => p.Kind == ParameterKind.Event);
        return events > 1
            ? $"it takes {events} events where one is sent; mark what comes from the service provider with [FromServices]"
            : null;
    }
}
