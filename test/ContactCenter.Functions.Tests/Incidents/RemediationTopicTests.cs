using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using static ContactCenter.Aws.Tests.Incidents.Samples;

namespace ContactCenter.Functions.Tests.Incidents;

public sealed class RemediationTopicTests(Emulator emulator)
{
    private static readonly RemediateEffect Repair = new(
        "7Q2M9KXA-3.1", "7Q2M9KXA-3", Noon, "raise-capacity", "customers/by-phone", "cc-test-throttled");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repair_is_asked_for_as_JSON_with_its_name_to_filter_by()
    {
        using var table = emulator.DynamoDb();
        await using var topic = await EmulatedTopic.CreateAsync(emulator.Address);
        using var sns = new AmazonSimpleNotificationServiceClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonSimpleNotificationServiceConfig { ServiceURL = emulator.Address.ToString(), AuthenticationRegion = "eu-central-1" });

        var result = await new RemediationTopic(sns, topic.Arn).HandleAsync(Repair, 1, Stop);

        Assert.Equal(new Delivered(), result);
        Assert.Equal(Repair, RemediationTopic.Read(topic.Messages[0]));
        var message = JsonNode.Parse(Assert.Single(topic.Messages))!;
        Assert.Equal(
            ("remediate", Repair.Id, Repair.IncidentId, Repair.Remediation, Repair.Target, Repair.AlarmName),
            ((string?)message["kind"],
                (string?)message["id"],
                (string?)message["incidentId"],
                (string?)message["remediation"],
                (string?)message["target"],
                (string?)message["alarmName"]));
    }

    [Fact]
    public async Task Where_no_repairs_are_deployed_the_timeline_is_told_so()
    {
        using var sns = new AmazonSimpleNotificationServiceClient(
            new BasicAWSCredentials("test", "test"), Amazon.RegionEndpoint.EUCentral1);

        Assert.IsType<DeliveryFailed>(await new RemediationTopic(sns, topicArn: null).HandleAsync(Repair, 1, Stop));
    }
}
