using System.Collections.Immutable;
using Amazon.Lambda.Annotations.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContactCenter.StandIns.Tests.Annotations;

/// <summary>A program, and what the generator and the compiler make of it.</summary>
/// <param name="Sources">Generated files by name.</param>
/// <param name="Problems">Of the generator.</param>
/// <param name="Compilation">With the generated files.</param>
internal sealed record Generation(
    IReadOnlyDictionary<string, string> Sources,
    ImmutableArray<Diagnostic> Problems,
    Compilation Compilation)
{
    public const string Usings = """
        using System;
        using System.IO;
        using System.Threading.Tasks;
        using Amazon.Lambda.Annotations;
        using Amazon.Lambda.Core;
        using Amazon.Lambda.Serialization.SystemTextJson;
        using Microsoft.Extensions.DependencyInjection;

        """;

    public const string Serializer = "[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]\n";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Warnings and errors of the program with the generated files.</summary>
    public IEnumerable<string> CompilerProblems =>
        Compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString());

    public static Generation Of(string code, OutputKind output = OutputKind.DynamicallyLinkedLibrary) =>
        Of([CSharpSyntaxTree.ParseText(Usings + code)], output);

    public static Generation Of(IEnumerable<SyntaxTree> code, OutputKind output)
    {
        var compilation = CSharpCompilation.Create(
            "Program", code, References, new CSharpCompilationOptions(output, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new Generator())
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation updated, out ImmutableArray<Diagnostic> problems);
        var sources = driver.GetRunResult().Results.Single().GeneratedSources;
        return new Generation(sources.ToDictionary(s => s.HintName, s => s.SourceText.ToString()), problems, updated);
    }
}
