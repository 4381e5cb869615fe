using System.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes the class around one function: it builds the service provider, and opens a scope per invocation.</summary>
internal static class WrapperCode
{
    private const string DependencyInjection = "global::Microsoft.Extensions.DependencyInjection";

    public static string Write(FunctionModel function, string? startup)
    {
        var code = new StringBuilder(GeneratedCode.Header);
        if (function.Namespace.Length > 0)
        {
            _ = code.AppendLine($"namespace {function.Namespace};").AppendLine();
        }

        string access = function.IsPublic ? "public" : "internal";
        _ = code.AppendLine($"{access} class {function.WrapperName}").AppendLine("{");
        if (startup is not null)
        {
            WriteServices(code, function, startup);
        }
        else
        {
            _ = code.AppendLine($"    private readonly {function.Class} _function = new();").AppendLine();
        }

        WriteMethod(code, function, startup is not null);
        return code.AppendLine("}").ToString();
    }

    private static void WriteServices(StringBuilder code, FunctionModel function, string startup)
    {
        _ = code
            .AppendLine($"    private readonly {DependencyInjection}.ServiceProvider _services;")
            .AppendLine()
            .AppendLine($"    public {function.WrapperName}()")
            .AppendLine("    {")
            .AppendLine($"        var services = new {DependencyInjection}.ServiceCollection();")
            .AppendLine($"        {DependencyInjection}.ServiceCollectionServiceExtensions.AddSingleton<{function.Class}>(services);")
            .AppendLine($"        new {startup}().ConfigureServices(services);")
            .AppendLine(
                $"        _services = {DependencyInjection}.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services);")
            .AppendLine("    }")
            .AppendLine();
    }

    private static void WriteMethod(StringBuilder code, FunctionModel function, bool hasServices)
    {
        string parameters = string.Join(", ", function.Parameters
            .Where(p => p.Kind != ParameterKind.Service)
            .OrderBy(p => p.Kind)
            .Select(p => $"{p.Type} {p.Name}"));
        string returns = function.Return switch
        {
            ReturnKind.Nothing => "void",
            ReturnKind.Value => function.ReturnType,
            ReturnKind.Task => "async global::System.Threading.Tasks.Task",
            _ => $"async global::System.Threading.Tasks.Task<{function.ReturnType}>",
        };
        _ = code.AppendLine($"    public {returns} {function.Method}({parameters})").AppendLine("    {");
        if (hasServices)
        {
            _ = code.AppendLine(
                $"        using var scope = {DependencyInjection}.ServiceProviderServiceExtensions.CreateScope(_services);");
        }

        string arguments = string.Join(", ", function.Parameters.Select(p => p.Kind == ParameterKind.Service ? Resolve(p.Type) : p.Name));
        string target = hasServices ? Resolve(function.Class) : "_function";
        string call = $"{target}.{function.Method}({arguments})";
        string statement = function.Return switch
        {
            ReturnKind.Nothing => call,
            ReturnKind.Value => $"return {call}",
            ReturnKind.Task => $"await {call}",
            _ => $"return await {call}",
        };
        _ = code.AppendLine($"        {statement};").AppendLine("    }");
    }

    private static string Resolve(string type) =>
        $"{DependencyInjection}.ServiceProviderServiceExtensions.GetRequiredService<{type}>(scope.ServiceProvider)";
}
