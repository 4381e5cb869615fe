using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>A method with <c>[LambdaFunction]</c>, as far as its generated code depends on it.</summary>
internal sealed record FunctionModel(
    string Namespace,
    string ClassName,
    string Class,
    bool IsPublic,
    string Method,
    EquatableArray<ParameterModel> Parameters,
    ReturnKind Return,
    string ReturnType,
    string? Problem,
    Location? Location)
{
    private const string ContextType = "global::Amazon.Lambda.Core.ILambdaContext";
    private const string StreamType = "global::System.IO.Stream";

    public string WrapperName => $"{ClassName}_{Method}_Generated";

    public string Wrapper => Namespace.Length == 0 ? $"global::{WrapperName}" : $"global::{Namespace}.{WrapperName}";

    public ParameterModel? Event => Parameters.FirstOrDefault(p => p.Kind == ParameterKind.Event);

    public bool TakesContext => Parameters.Any(p => p.Kind == ParameterKind.Context);

    public bool TakesServices => Parameters.Any(p => p.Kind == ParameterKind.Service);

    public bool ReturnsValue => Return is ReturnKind.Value or ReturnKind.TaskOfValue;

    /// <summary>Bytes in, bytes out: no serializer between.</summary>
    public bool IsRaw => Event?.Type == StreamType && Return == ReturnKind.TaskOfValue && ReturnType == StreamType;

    public bool NeedsSerializer => !IsRaw && (Event is not null || ReturnsValue);

    public static FunctionModel From(GeneratorAttributeSyntaxContext syntax)
    {
        var method = (IMethodSymbol)syntax.TargetSymbol;
        INamedTypeSymbol type = method.ContainingType;
        (ReturnKind kind, string returnType) = ReturnOf(method);
        var parameters = method.Parameters.Select(ParameterOf).ToImmutableArray();
        return new FunctionModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            FullName(type),
            IsVisible(type),
            method.Name,
            new EquatableArray<ParameterModel>(parameters),
            kind,
            returnType,
            ProblemOf(method, parameters),
            method.Locations.FirstOrDefault());
    }

    private static string FullName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private static bool IsVisible(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public;

    private static ParameterModel ParameterOf(IParameterSymbol parameter)
    {
        string type = FullName(parameter.Type);
        bool fromServices = parameter.GetAttributes()
            .Any(a => a.AttributeClass?.ToDisplayString() == "Amazon.Lambda.Annotations.FromServicesAttribute");
        ParameterKind kind = fromServices ? ParameterKind.Service
            : type.TrimEnd('?') == ContextType ? ParameterKind.Context
            : ParameterKind.Event;
        return new ParameterModel("@" + parameter.Name, type, kind);
    }

    private static (ReturnKind Kind, string Type) ReturnOf(IMethodSymbol method)
    {
        if (method.ReturnsVoid)
        {
            return (ReturnKind.Nothing, "void");
        }

        string definition = method.ReturnType.OriginalDefinition.ToDisplayString();
        return definition switch
        {
            "System.Threading.Tasks.Task" => (ReturnKind.Task, "void"),
            "System.Threading.Tasks.Task<TResult>" =>
                (ReturnKind.TaskOfValue, FullName(((INamedTypeSymbol)method.ReturnType).TypeArguments[0])),
            _ => (ReturnKind.Value, FullName(method.ReturnType)),
        };
    }

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
