using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Infra.Flows;

namespace ContactCenter.Infra.Tests.Flows;

public sealed class FlowDocumentTests
{
    [Fact]
    public void The_page_for_flow_designers_is_current() =>
        Assert.Equal(FlowDocument.Of(Synthesis.Sample()), File.ReadAllText(Repository.File("docs", "flows.md")));

    [Fact]
    public void A_sentence_stays_in_its_cell_of_the_table()
    {
        var sample = Synthesis.Sample();
        var english = new FlowLanguage { Code = "en", Texts = new FlowTexts { Greeting = "Hello | and\r\nwelcome\n\\|." } };

        var page = FlowDocument.Of(sample with { Flows = sample.Flows! with { Languages = [english], Menu = [] } });

        Assert.Contains("| `greeting` | Hello \\| and welcome \\\\\\|. |\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_for_flows_of_ones_own_has_a_row_for_every_module_and_what_it_is_told()
    {
        var sample = Synthesis.Sample();
        var page = File.ReadAllText(Repository.File("docs", "own-flows.md"));

        Assert.All(new HookModules(sample with { Sentiment = sample.Sentiment with { ContactLens = false } }).All, module =>
        {
            var row = Assert.Single(page.Split('\n'), line => line.StartsWith($"| `{module.Name}`", StringComparison.Ordinal));
            Assert.All(module.Inputs, input => Assert.Contains($"`{input}`", row, StringComparison.Ordinal));
        });
    }
}
