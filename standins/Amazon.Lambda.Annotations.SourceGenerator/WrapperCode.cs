using System.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>
/// Writes the class around one function: it builds the service provider and with it the function, and opens a scope per invocation.
/// </summary>
internal static class WrapperCode
{
    public static string Write(FunctionModel function, string? startup)
    {
        StringBuilder code = GeneratedCode.Begin(
            function.Namespace, startup is null ? "" : "using Microsoft.Extensions.DependencyInjection;\n");
        _ = code.AppendLine($"public class {function.WrapperName}").AppendLine("{");
        WriteConstructor(code, function, startup);
        WriteMethod(code, function, startup is not null);
        return code.AppendLine("}").ToString();
    }

    private static void WriteConstructor(StringBuilder code, FunctionModel function, string? startup)
    {
        _ = code
            .AppendLine($"    private readonly {(startup is null ? $"{function.Class} function" : "ServiceProvider serviceProvider")};")
            .AppendLine()
            .AppendLine("    /// <summary>Builds the function.</summary>")
            .AppendLine($"    public {function.WrapperName}()")
            .AppendLine("    {");
        if (startup is null)
        {
            _ = code.AppendLine($"        function = new {function.Class}();");
        }
        else
        {
            _ = code
                .AppendLine("        var services = new ServiceCollection();")
                .AppendLine($"        services.AddSingleton<{function.Class}>();")
                .AppendLine($"        var startup = new {startup}();")
                .AppendLine("        startup.ConfigureServices(services);")
                .AppendLine("        serviceProvider = services.BuildServiceProvider();")
                .AppendLine($"        _ = serviceProvider.GetRequiredService<{function.Class}>();");
        }

        _ = code.AppendLine("    }").AppendLine();
    }

    private static void WriteMethod(StringBuilder code, FunctionModel function, bool hasServices)
    {
        bool waits = function.Return is ReturnKind.Task or ReturnKind.TaskOfValue;
        string parameters = string.Join(", ", function.Taken.Select(p => $"{p.Type} {p.Name}"));
        _ = code
            .AppendLine("    /// <summary>Runs the function.</summary>")
            .AppendLine($"    public {(waits ? "async " : "")}{function.ReturnType} {function.Method}({parameters})")
            .AppendLine("    {");
        if (hasServices)
        {
            _ = code
                .AppendLine("        using var scope = serviceProvider.CreateScope();")
                .AppendLine($"        var function = {Resolve(function.Class)};");
        }

        string arguments = string.Join(
            ", ", function.Parameters.Select(p => p.Kind == ParameterKind.Service ? Resolve(p.Type) : p.Name));
        string gives = function.Return is ReturnKind.Value or ReturnKind.TaskOfValue ? "return " : "";
        _ = code.AppendLine($"        {gives}{(waits ? "await " : "")}function.{function.Method}({arguments});").AppendLine("    }");
    }

    private static string Resolve(string type) => $"scope.ServiceProvider.GetRequiredService<{type}>()";
}
