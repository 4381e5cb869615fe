using System.Text;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Tests.Architecture;
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
    [InlineData("connect", "CreateUser", false)]
    [InlineData("connect", "UpdateUserRoutingProfile", false)]
    [InlineData("connect", "UpdateUserHierarchy", false)]
    [InlineData("connect", "AssociateUserProficiencies", false)]
    [InlineData("connect", "AssociateTrafficDistributionGroupUser", false)]
    [InlineData("connect", "UpdateUserHierarchyStructure", true)]
    [InlineData("connect", "UpdateRoutingProfileQueues", true)]
    [InlineData("connect", "StartOutboundVoiceContact", false)]
    [InlineData("lex", "BuildBotLocale", true)]
    [InlineData("dynamodb", "UpdateTable", true)]
    [InlineData("dynamodb", "PutItem", false)]
    [InlineData("s3", "DeleteBucket", false)]
    public void Changes_of_configuration_are_told_from_daily_work(string service, string name, bool isChange) =>
        Assert.Equal(isChange, Read(Event($"{service}.amazonaws.com", name)) is not null);

    /// <summary>
    /// What EventBridge brought in accounts (<c>test/Recorded/README.md</c>): null where it is no change, though <c>readOnly</c> says
    /// false.
    /// </summary>
    [Theory]
    [InlineData(
        "01-cloudtrail-connect-module-rejected",
        "CloudFormation for deployer was refused CreateContactFlowModule on ModuleLookup in Amazon Connect: "
            + "InvalidContactFlowModuleException, 2 problems, the first: Invalid Action property value. "
            + "Path: Actions[1].Transitions.NextAction.")]
    [InlineData(
        "02-cloudtrail-connect-console-change",
        "Amazon Connect user 77777777-8888-9999-aaaa-000000000001 did UpdateContactFlowContent on 22222222-3333-4444-5555-000000000001 "
            + "in Amazon Connect.")]
    [InlineData("03-cloudtrail-connect-replica-sync", null)]
    [InlineData("04-cloudtrail-connect-getmetricdatav2-read", null)]
    [InlineData("05-cloudtrail-lambda-code-update", "alex@example.com did UpdateFunctionCode on routing-hook in AWS Lambda.")]
    [InlineData("06-cloudtrail-lex-create-bot-version", "sam@example.com did CreateBotVersion on BOTEXAMPLE in Amazon Lex.")]
    [InlineData(
        "07-cloudtrail-dynamodb-autoscaling-update", "Application Auto Scaling did UpdateTable on callers in Amazon DynamoDB.")]
    public void A_recorded_event_is_told_as_what_it_was(string name, string? told) => Assert.Equal(
        told, CloudTrailReader.Read(File.ReadAllBytes(Repository.File("test", "Recorded", "events", $"{name}.json")))?.Text);

    [Fact]
    public void An_instance_that_is_named_by_its_encoded_ARN_is_told_as_ARN()
    {
        var change = Read(Event(
            "connect.amazonaws.com", "UpdateInstanceAttribute", parameters: """{ "InstanceId": "arn%3Aaws%3Aconnect%3Ax%3A1%3Ainstance%2Fa" }"""));

        Assert.Equal("ada did UpdateInstanceAttribute on arn:aws:connect:x:1:instance/a in Amazon Connect.", change!.Text);
    }

    [Fact]
    public void Whoever_is_throttled_asks_again_so_that_is_no_news() =>
        Assert.Null(Read(Event("connect.amazonaws.com", "UpdateContactFlowContent", error: "TooManyRequestsException")));

    [Fact]
    public void Names_from_outside_are_bounded_and_cannot_forge_a_line()
    {
        var change = Read(Event("lambda.amazonaws.com", "UpdateAlias", $"evil\\nINFO{new string('x', 500)}"));

        Assert.DoesNotContain('\n', change!.Text);
        Assert.InRange(change.Text.Length, 1, 300);
    }

    private static ConfigurationChange? Read(string json) => CloudTrailReader.Read(Encoding.UTF8.GetBytes(json));

    private static string Event(string source, string name, string user = "ada", string parameters = "{}", string? error = null) => $$"""
        {
          "detail": {
            "eventID": "1",
            "eventTime": "{{Noon:yyyy-MM-ddTHH:mm:ssZ}}",
            "eventSource": "{{source}}",
            "eventName": "{{name}}",
            "errorCode": {{(error is null ? "null" : $"\"{error}\"")}},
            "requestParameters": {{parameters}},
            "userIdentity": { "type": "IAMUser", "userName": "{{user}}" }
          }
        }
        """;
}
