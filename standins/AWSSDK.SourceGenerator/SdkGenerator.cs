using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Amazon.StandIns.SourceGenerator;

/// <summary>Writes the client of an AWS service from its list of operations, the file operations.txt of a project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SdkGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor NotAFact = new(
        "AWSSDK001", "Not an operations list", "{0}", "AWSSDK", DiagnosticSeverity.Error, isEnabledByDefault: true);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The list's text alone decides: whatever else of a project changes, nothing is generated anew.
        IncrementalValuesProvider<(string Path, string Text)> lists = context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) == "operations.txt")
            .Select(static (file, cancellation) => (file.Path, file.GetText(cancellation)?.ToString() ?? ""))
            .WithTrackingName("lists");
        context.RegisterSourceOutput(lists, static (output, list) => Write(output, list.Path, list.Text));
    }

    private static void Write(SourceProductionContext output, string path, string text)
    {
        try
        {
            Service service = ListReader.Read(text);
            output.AddSource("Client.g.cs", ClientCode.Write(service));
            output.AddSource("Types.g.cs", TypesCode.Write(service));
            output.AddSource("Operations.g.cs", OperationsCode.Write(service));
        }
        catch (ListException problem)
        {
            var line = new LinePositionSpan(new LinePosition(problem.Line, 0), new LinePosition(problem.Line, 0));
            output.ReportDiagnostic(Diagnostic.Create(NotAFact, Location.Create(path, default, line), problem.Message));
        }
    }
}
