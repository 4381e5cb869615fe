using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Writes the entry points of methods with <c>[LambdaFunction]</c>, and the <c>Main</c> that runs one of them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class Generator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<FunctionModel>> functions = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Amazon.Lambda.Annotations.LambdaFunctionAttribute",
                static (_, _) => true,
                static (syntax, _) => FunctionModel.From(syntax))
            .Collect();
        IncrementalValueProvider<ImmutableArray<string>> startups = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Amazon.Lambda.Annotations.LambdaStartupAttribute",
                static (_, _) => true,
                static (syntax, _) => FunctionModel.FullName((ITypeSymbol)syntax.TargetSymbol))
            .Collect();
        IncrementalValueProvider<AssemblyModel> assembly =
            context.CompilationProvider.Select(static (compilation, _) => AssemblyModel.From(compilation));

        context.RegisterSourceOutput(
            functions.Combine(startups).Combine(assembly),
            static (output, model) => Write(output, model.Left.Left, model.Left.Right, model.Right));
    }

    private static void Write(
        SourceProductionContext output,
        ImmutableArray<FunctionModel> functions,
        ImmutableArray<string> startups,
        AssemblyModel assembly)
    {
        if (functions.IsEmpty || !Check(output, functions, startups, assembly))
        {
            return;
        }

        foreach (FunctionModel function in functions)
        {
            Add(output, $"{function.WrapperName}.g.cs", WrapperCode.Write(function, startups.FirstOrDefault()));
        }

        if (assembly.GeneratesMain)
        {
            Add(output, "Program.g.cs", MainCode.Write(functions, assembly.Serializer!));
        }
    }

    private static void Add(SourceProductionContext output, string name, string code) =>
        output.AddSource(name, SourceText.From(code.Replace("\r\n", "\n"), Encoding.UTF8));

    private static bool Check(
        SourceProductionContext output,
        ImmutableArray<FunctionModel> functions,
        ImmutableArray<string> startups,
        AssemblyModel assembly)
    {
        var problems = new List<Diagnostic>();
        foreach (FunctionModel function in functions)
        {
            string name = $"{function.ClassName}.{function.Method}";
            if (function.Problem is not null)
            {
                problems.Add(Diagnostic.Create(Problems.BadFunction, function.Location, name, function.Problem));
            }

            if (assembly.Serializer is null)
            {
                problems.Add(Diagnostic.Create(Problems.NoSerializer, function.Location, name));
            }

            if (function.TakesServices && startups.IsEmpty)
            {
                problems.Add(Diagnostic.Create(Problems.NoStartup, function.Location, name));
            }
        }

        if (startups.Length > 1)
        {
            problems.Add(Diagnostic.Create(Problems.ManyStartups, null, string.Join(", ", startups)));
        }

        if (assembly.GeneratesMain)
        {
            problems.AddRange(functions
                .GroupBy(f => f.Method)
                .Where(g => g.Count() > 1)
                .Select(g => Diagnostic.Create(Problems.SameName, g.Last().Location, g.Count(), g.Key)));
            if (!assembly.IsExecutable)
            {
                problems.Add(Diagnostic.Create(Problems.NotExecutable, null));
            }
        }

        problems.ForEach(output.ReportDiagnostic);
        return problems.Count == 0;
    }
}
