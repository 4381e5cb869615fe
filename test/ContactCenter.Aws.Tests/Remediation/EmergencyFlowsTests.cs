using ContactCenter.Aws.Remediation;

namespace ContactCenter.Aws.Tests.Remediation;

public sealed class EmergencyFlowsTests
{
    private const string Flow = """{"Version":"2019-10-30","StartAction":"a","Metadata":{"entryPointPosition":{"x":1,"y":2}},"Actions":[]}""";

    [Theory]
    [InlineData("""{"Version":"2019-10-30","StartAction":"a","Actions":[]}""", true)]
    [InlineData("""{ "Actions": [], "StartAction": "a", "Version": "2019-10-30", "Metadata": {} }""", true)]
    [InlineData("""{"Version":"2019-10-30","StartAction":"b","Actions":[]}""", false)]
    [InlineData("""{"Version":"2019-10-30","StartAction":"a","StartAction":"a","Actions":[]}""", false)]
    [InlineData("no content", false)]
    [InlineData(null, false)]
    public void Flows_are_the_same_when_their_blocks_are_wherever_they_stand_on_the_canvas(string? other, bool isSame) =>
        Assert.Equal(isSame, EmergencyFlows.IsSame(Flow, other));
}
