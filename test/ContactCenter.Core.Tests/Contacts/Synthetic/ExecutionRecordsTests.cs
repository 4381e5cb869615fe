using System.Text.Json.Nodes;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Tests.Incidents;

namespace ContactCenter.Core.Tests.Contacts.Synthetic;

/// <summary>What the records of an execution tell, as they were recorded.</summary>
public sealed class ExecutionRecordsTests
{
    private static readonly JsonNode Recorded = JsonNode.Parse(
        File.ReadAllText(Repository.File("test", "Recorded", "connect", "test-cases.json")))!;

    [Fact]
    public void A_wrong_queue_is_told_by_its_name()
    {
        var end = Failed(0);

        Assert.Equal((SyntheticResult.Wrong, SyntheticStep.Queue, "Cards"), (end.Result, end.Step, end.Text));
    }

    [Fact]
    public void Another_greeting_is_told_by_what_was_heard()
    {
        var end = Failed(1);

        Assert.Equal(
            (SyntheticResult.Wrong, SyntheticStep.Greeting, "we are sorry we cannot take your call"), (end.Result, end.Step, end.Text));
    }

    [Fact]
    public void That_the_bot_has_not_understood_is_found_when_the_queue_is_reached()
    {
        var end = ExecutionRecords.Failed(
            SyntheticCenter.Call(),
            [
                new("greeting", true, "{}"), new("bot", true, "{}"),
                new("queue", false, """{"Actions":[{"Identifier":"is-heard","Type":"Assert","Status":"FAILED"}]}"""),
            ],
            Desk.Monday);

        Assert.Equal((SyntheticStep.Bot, null), (end.Step, end.Text));
    }

    [Fact]
    public void All_that_was_expected_is_right_whatever_the_service_calls_it() => Assert.Equal(
        SyntheticResult.Right,
        ExecutionRecords.Failed(
            SyntheticCenter.Call(), [new("greeting", true, null), new("bot", true, null), new("queue", true, null)], Desk.Monday).Result);

    [Fact]
    public void The_contact_that_was_simulated_is_named_by_the_first_record() =>
        Assert.Equal("11111111-2222-3333-4444-555555555555", ExecutionRecords.ContactId(Records(0)));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"Actions":{},"Event":[]}""")]
    [InlineData(null)]
    public void Whatever_a_record_holds_the_step_is_known(string? record) => Assert.Equal(
        SyntheticStep.Greeting,
        ExecutionRecords.Failed(SyntheticCenter.Call(), [new("greeting", false, record)], Desk.Monday).Step);

    private static SyntheticOutcome Failed(int execution) =>
        ExecutionRecords.Failed(SyntheticCenter.Call(), Records(execution), Desk.Monday);

    private static ExecutionRecord[] Records(int execution) =>
    [
        .. Recorded["executions"]![execution]!["records"]!.AsArray().Select(static record => new ExecutionRecord(
            (string?)record!["ObservationId"], (string?)record["Status"] == "PASSED", (string?)record["Record"])),
    ];
}
