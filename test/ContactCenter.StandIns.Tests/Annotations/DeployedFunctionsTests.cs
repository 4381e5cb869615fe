using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContactCenter.StandIns.Tests.Annotations;

/// <summary>The functions as they are deployed, with what the official generator writes and all that the official builder has.</summary>
public sealed class DeployedFunctionsTests
{
    [Fact]
    public void The_functions_compile_with_the_code_that_the_official_generator_writes()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "functions");
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories);
        var generation = Generation.Of(files.Select(Parse), OutputKind.ConsoleApplication);

        // the types that the generator of JSON would write are missing, and nobody but their callers may miss them
        string[] problems =
        [
            .. generation.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(d => d.Severity == DiagnosticSeverity.Error)
                .Where(d => d.Location.SourceTree?.FilePath is not { } path || !path.StartsWith(folder, StringComparison.Ordinal)
                    || Path.GetFileName(path) == "Program.cs")
                .Select(d => d.ToString())
        ];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    private static SyntaxTree Parse(string file)
    {
        const string ImplicitUsings = """
            global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
            global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
            """;
        string code = Path.GetFileName(file) == "Assembly.cs" ? ImplicitUsings + File.ReadAllText(file) : File.ReadAllText(file);
        return CSharpSyntaxTree.ParseText(code, path: file, cancellationToken: TestContext.Current.CancellationToken);
    }
}
