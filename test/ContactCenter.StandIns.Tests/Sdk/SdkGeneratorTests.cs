using Amazon.StandIns.SourceGenerator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ContactCenter.StandIns.Tests.Sdk;

/// <summary>What the generator makes of a list; that its clients work is shown by those in the repository.</summary>
public sealed class SdkGeneratorTests
{
    private const string List = """
        # Facts.
        client Weather
        model weather 2026-03-02
        service Weather
        protocol rest-json
        host weather
        signing weather

        operation GetForecast GET /forecast/{Place}
          request Place! path, Days int query days
          response Days [Day]
          errors NotThere

        shape Day: At time, Sky Sky,
            Notes {string}
        enum Sky: clear, partly-cloudy
        error NotThere code NotFound: Place
        """;

    [Fact]
    public void A_list_is_a_client_with_its_types()
    {
        GeneratorDriverRunResult result = Run(List);

        Assert.Empty(result.Diagnostics);
        string code = string.Join('\n', result.Results.Single().GeneratedSources.Select(s => s.SourceText.ToString()));
        Assert.All(
            [
                "public interface IAmazonWeather",
                "public class AmazonWeatherClient",
                "public class GetForecastRequest : AmazonWeatherRequest",
                "public global::System.DateTime? At { get; set; }",
                "public global::System.Collections.Generic.Dictionary<string, string> Notes { get; set; }",
                "public static readonly Sky PartlyCloudy = new Sky(\"partly-cloudy\");",
                "public class NotThereException : AmazonWeatherException",
                "\"NotThere\" or \"NotFound\" =>",
            ],
            expected => Assert.Contains(expected, code, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("enum Sky:", "This tells you all about the sky:\nenum Sky:", 15)]
    [InlineData("At time", "At the time of day", 13)]
    [InlineData("host weather\n", "", 0)]
    [InlineData("host weather", "host weather\nhost climate", 6)]
    [InlineData("Sky Sky", "Sky Heaven", 0)]
    public void A_line_that_is_no_fact_is_an_error_where_it_stands(string fact, string instead, int line)
    {
        Diagnostic problem = Assert.Single(Run(List.Replace(fact, instead, StringComparison.Ordinal)).Diagnostics);

        Assert.Equal(("AWSSDK001", DiagnosticSeverity.Error), (problem.Id, problem.Severity));
        Assert.Equal(
            ("operations.txt", line), (problem.Location.GetLineSpan().Path, problem.Location.GetLineSpan().StartLinePosition.Line));
    }

    [Fact]
    public void A_change_of_other_code_generates_nothing_anew()
    {
        GeneratorDriver driver = Driver(List).RunGenerators(Compilation("class A;"), TestContext.Current.CancellationToken);

        driver = driver.RunGenerators(Compilation("class A; class B;"), TestContext.Current.CancellationToken);

        Assert.All(
            driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static GeneratorDriverRunResult Run(string list) =>
        Driver(list).RunGenerators(Compilation(""), TestContext.Current.CancellationToken).GetRunResult();

    private static CSharpCompilation Compilation(string code) =>
        CSharpCompilation.Create("Program", [CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)]);

    private static CSharpGeneratorDriver Driver(string list) => CSharpGeneratorDriver.Create(
        [new SdkGenerator().AsSourceGenerator()],
        [new ListFile(list)],
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private sealed class ListFile(string list) : AdditionalText
    {
        public override string Path => "operations.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(list);
    }
}
