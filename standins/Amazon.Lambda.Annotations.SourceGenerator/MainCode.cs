using System.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>
/// Writes the <c>Main</c> that runs one of the functions. The function is built inside the runtime's initialisation, so that an
/// exception in a startup class or a constructor reaches Lambda as an initialisation error.
/// </summary>
internal static class MainCode
{
    private const string Context = "global::Amazon.Lambda.Core.ILambdaContext";
    private const string Task = "global::System.Threading.Tasks.Task";

    public static string Write(IReadOnlyList<FunctionModel> functions, string? serializer)
    {
        var code = new StringBuilder(GeneratedCode.Header);
        if (functions[0].Namespace.Length > 0)
        {
            _ = code.AppendLine($"namespace {functions[0].Namespace};").AppendLine();
        }

        _ = code
            .AppendLine("public class GeneratedProgram")
            .AppendLine("{")
            .AppendLine($"    public static async {Task} Main(string[] args)")
            .AppendLine("    {")
            .AppendLine("        string? handler = global::System.Environment.GetEnvironmentVariable(\"ANNOTATIONS_HANDLER\");")
            .AppendLine("        switch (handler)")
            .AppendLine("        {");
        foreach (FunctionModel function in functions)
        {
            WriteCase(code, function, serializer);
        }

        string known = string.Join(", ", functions.Select(f => f.Method));
        return code
            .AppendLine("            default:")
            .AppendLine("                throw new global::System.InvalidOperationException(")
            .AppendLine("                    (string.IsNullOrEmpty(handler)")
            .AppendLine("                        ? \"The environment variable ANNOTATIONS_HANDLER is not set\"")
            .AppendLine(
                "                        : \"The environment variable ANNOTATIONS_HANDLER is '\" + handler + \"', which is no "
                    + "function here\")")
            .AppendLine($"                    + \"; known functions: {known}.\");")
            .AppendLine("        }")
            .AppendLine("    }")
            .AppendLine("}")
            .ToString();
    }

    private static void WriteCase(StringBuilder code, FunctionModel function, string? serializer)
    {
        var types = new List<string>();
        var names = new List<string>();
        if (function.Event is { } input)
        {
            types.Add(input.Type);
            names.Add("input");
        }

        if (function.TakesContext)
        {
            types.Add(Context);
            names.Add("context");
        }

        switch (function.Return)
        {
            case ReturnKind.Value:
                types.Add(function.ReturnType);
                break;
            case ReturnKind.Task:
                types.Add(Task);
                break;
            case ReturnKind.TaskOfValue:
                types.Add($"{Task}<{function.ReturnType}>");
                break;
        }

        string name = function.Return == ReturnKind.Nothing ? "Action" : "Func";
        string type = types.Count == 0 ? $"global::System.{name}" : $"global::System.{name}<{string.Join(", ", types)}>";
        string list = string.Join(", ", names);
        string create = function.NeedsSerializer ? $"run, new {serializer}()" : "run";
        _ = code
            .AppendLine($"            case \"{function.Method}\":")
            .AppendLine("            {")
            .AppendLine($"                {function.Wrapper} function = null!;")
            .AppendLine($"                {type} run = ({list}) => function.{function.Method}({list});")
            .AppendLine($"                await global::Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder.Create({create})")
            .AppendLine("                    .UseBootstrapHandler(() =>")
            .AppendLine("                    {")
            .AppendLine("                        function = new();")
            .AppendLine($"                        return {Task}.FromResult(true);")
            .AppendLine("                    })")
            .AppendLine("                    .Build()")
            .AppendLine("                    .RunAsync();")
            .AppendLine("                break;")
            .AppendLine("            }");
    }
}
