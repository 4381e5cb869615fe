using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Infra.Flows;

namespace ContactCenter.Infra.Tests.Flows;

public sealed class FlowDocumentTests
{
    [Fact]
    public void The_page_for_flow_designers_is_current() =>
        Assert.Equal(FlowDocument.Of(Synthesis.Sample()), File.ReadAllText(Repository.File("docs", "flows.md")));
}
