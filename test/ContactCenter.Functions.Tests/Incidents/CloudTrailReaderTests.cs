using System.Text;
using ContactCenter.Core.Incidents.Changes;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

public sealed class CloudTrailReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{\"detail\":7}")]
    [InlineData("{\"detail\":{\"eventSource\":\"lambda.amazonaws.com\",\"eventName\":3}}")]
    [InlineData(
        "{\"detail\":{\"eventSource\":\"lambda.amazonaws.com\",\"eventName\":\"\\ud800\",\"eventID\":\"\\ud800\",\"eventTime\":\"2026-05-04T12:00:00Z\"}}")]
    [InlineData(
        "{\"detail\":{\"eventSource\":\"lambda.amazonaws.com\",\"eventName\":\"UpdateAlias\",\"eventID\":\"x\",\"eventTime\":\"noon\"}}")]
    public void What_is_no_event_of_CloudTrail_is_no_change(string json) => Assert.Null(Read(json));

    [Theory]
    [InlineData("connect", "UpdateContactFlowContent", true)]
    [InlineData("connect", "AssociateQueueQuickConnects", true)]
    [InlineData("connect", "UpdateContactAttributes", false)]
    [InlineData("connect", "PutUserStatus", false)]
    [InlineData("connect", "StartOutboundVoiceContact", false)]
    [InlineData("lex", "BuildBotLocale", true)]
    [InlineData("dynamodb", "UpdateTable", true)]
    [InlineData("dynamodb", "PutItem", false)]
    [InlineData("s3", "DeleteBucket", false)]
    public void Changes_of_configuration_are_told_from_daily_work(string service, string name, bool isChange) =>
        Assert.Equal(isChange, Read(Event($"{service}.amazonaws.com", name)) is not null);

    [Fact]
    public void Names_from_outside_are_bounded_and_cannot_forge_a_line()
    {
        var change = Read(Event("lambda.amazonaws.com", "UpdateAlias", $"evil\\nINFO{new string('x', 500)}"));

        Assert.DoesNotContain('\n', change!.Text);
        Assert.InRange(change.Text.Length, 1, 300);
    }

    private static ConfigurationChange? Read(string json) => CloudTrailReader.Read(Encoding.UTF8.GetBytes(json));

    private static string Event(string source, string name, string user = "ada") => $$"""
        {
          "detail": {
            "eventID": "1",
            "eventTime": "{{Noon:yyyy-MM-ddTHH:mm:ssZ}}",
            "eventSource": "{{source}}",
            "eventName": "{{name}}",
            "userIdentity": { "type": "IAMUser", "userName": "{{user}}" }
          }
        }
        """;
}
