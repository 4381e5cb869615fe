using System.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>
/// Writes the <c>Main</c> that runs one of the functions, with the calls that the official generator writes: which overload they mean is
/// for the compiler to find, and so is what is ambiguous.
/// </summary>
internal static class MainCode
{
    public static string Write(IReadOnlyList<FunctionModel> functions, string serializer)
    {
        StringBuilder code = GeneratedCode.Begin(functions[0].Namespace);
        _ = code
            .AppendLine("public class GeneratedProgram")
            .AppendLine("{")
            .AppendLine("    /// <summary>Runs the function that ANNOTATIONS_HANDLER names.</summary>")
            .AppendLine("    public static async Task Main(string[] args)")
            .AppendLine("    {")
            .AppendLine("        switch (Environment.GetEnvironmentVariable(\"ANNOTATIONS_HANDLER\"))")
            .AppendLine("        {");
        foreach (FunctionModel function in functions)
        {
            WriteCase(code, function, serializer);
        }

        return code.AppendLine("        }").AppendLine("    }").AppendLine("}").ToString();
    }

    private static void WriteCase(StringBuilder code, FunctionModel function, string serializer)
    {
        IEnumerable<string> types = function.Taken.Select(p => p.Type);
        types = function.Return == ReturnKind.Nothing ? types : types.Append(function.ReturnType);
        string kind = function.Return == ReturnKind.Nothing ? "Action" : "Func";
        string handler = $"{function.Method.ToLowerInvariant()}_handler";
        string arguments = function is { Event: null, TakesContext: false, Return: ReturnKind.Task }
            ? handler
            : $"{handler}, new {serializer}()";
        _ = code
            .AppendLine($"            case \"{function.Method}\":")
            .AppendLine($"                {kind}<{string.Join(", ", types)}> {handler} = new {function.Wrapper}().{function.Method};")
            .AppendLine(
                $"                await Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create({arguments}).Build().RunAsync();")
            .AppendLine("                break;");
    }
}
