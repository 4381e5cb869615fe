using System.Net;
using Amazon.AWSSupport;
using Amazon.AWSSupport.Model;
using Amazon.Connect.Model;
using Amazon.Runtime;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Tests.Notifications;
using Moq;

namespace ContactCenter.Aws.Tests.Notifications;

public sealed class AwsChannelTests
{
    private static readonly NotifyEffect Effect = Messages.Effect(Messages.Message());
    private static readonly Endpoint Mail = new() { Channel = Channel.Email, To = "ann@example.com" };
    private static readonly Endpoint Phone = new() { Channel = Channel.Sms, To = "+4915112345678" };
    private static readonly Endpoint Supervisors = new() { Channel = Channel.Task, To = "Supervisors" };
    private static readonly Endpoint Support = new() { Channel = Channel.Support, To = "amazon-connect" };
    private static readonly NotifyEffect Lasting = Effect with { Message = Effect.Message with { At = Messages.Opened.AddHours(2) } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_message_is_sent_the_reliable_way_with_and_without_a_topic(bool hasTopic)
    {
        await using var station = await Station.StartAsync();
        var effect = hasTopic ? Effect : Effect with { Audience = "lead" };

        Assert.Equal(new Delivered(), await station.TellAsync(effect, Phone));

        station.Sns.Verify(sns => sns.PublishAsync(
            It.Is<PublishRequest>(request => (request.TopicArn != null) == hasTopic
                && request.MessageAttributes["AWS.SNS.SMS.SMSType"].StringValue == "Transactional"),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task An_email_goes_to_the_topic_of_the_audience_with_a_text_for_each_protocol()
    {
        await using var station = await Station.StartAsync();

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Mail));

        station.Sns.Verify(sns => sns.PublishAsync(
            It.Is<PublishRequest>(request => request.TopicArn.EndsWith(":test-on-call", StringComparison.Ordinal)
                && request.MessageStructure == "json"
                && request.Subject == "[P1] Queue Billing: customers wait too long"
                && request.MessageAttributes["endpoint"].StringValue == "email:ann@example.com"
                && request.MessageAttributes["severity"].DataType == "String"),
            It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task A_phone_number_does_not_stand_in_a_link()
    {
        await using var station = await Station.StartAsync();
        PublishRequest? sent = null;
        station.Sns.Setup(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()))
            .Callback((PublishRequest request, CancellationToken _) => sent = request).ReturnsAsync(new PublishResponse());

        await station.TellAsync(Effect, Phone);

        Assert.Contains("https://cc.example.com/a/", sent!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4915112345", sent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_publish_is_repeated_and_a_refused_one_is_not()
    {
        await using var station = await Station.StartAsync();
        station.Sns.SetupSequence(sns => sns.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonServiceException("x", null, ErrorType.Sender, "ThrottlingException", "r", HttpStatusCode.BadRequest))
            .ReturnsAsync(new PublishResponse())
            .ThrowsAsync(new AmazonServiceException(
                "the secret text", null, ErrorType.Sender, "InvalidParameter", "r", HttpStatusCode.BadRequest));

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Mail));
        Assert.Equal(new DeliveryFailed("AWS answered InvalidParameter"), await station.TellAsync(Effect, Mail));
    }

    [Fact]
    public async Task A_task_is_started_in_the_flow_with_the_queue_as_attribute_and_a_token()
    {
        await using var station = await Station.StartAsync();

        Assert.Equal(new Delivered(), await station.TellAsync(Effect, Supervisors));

        station.Connect.Verify(connect => connect.StartTaskContactAsync(
            It.Is<StartTaskContactRequest>(request => request.InstanceId == "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"
                && request.ContactFlowId == "flow-1"
                && request.Attributes["queue"] == "Supervisors"
                && request.ClientToken == Effect.Id
                && request.References["Acknowledge"].Type == Amazon.Connect.ReferenceType.URL
                && request.References["Runbook"].Value == "https://runbooks.example.com/queue-wait-time"),
            It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task No_task_is_started_when_there_is_nothing_to_do()
    {
        await using var station = await Station.StartAsync();

        Assert.Equal(
            new Delivered(),
            await station.TellAsync(Messages.Effect(Messages.Message(Occasion.Resolved, IncidentState.Resolved)), Supervisors));
        station.Connect.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_case_is_withheld_before_the_promised_time_is_over_and_the_timeline_says_why()
    {
        await using var station = await Station.StartAsync();

        Assert.Equal(
            new Delivered(
                "No case was opened with AWS Support: a P1 has 1 h to be solved before a case is opened, and this one has lasted 0 s."),
            await station.TellAsync(Effect, Support));
        station.Support.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task A_case_is_opened_for_what_lasts_and_the_timeline_has_its_number()
    {
        await using var station = await Station.StartAsync();
        Cases(station);
        station.Support.Setup(support => support.CreateCaseAsync(It.IsAny<CreateCaseRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new CreateCaseResponse { CaseId = "case-1" });

        Assert.Equal(new Delivered("Case case-1 was opened with AWS Support."), await station.TellAsync(Lasting, Support));
    }

    [Fact]
    public async Task A_case_that_is_open_already_is_not_opened_twice()
    {
        await using var station = await Station.StartAsync();
        Cases(station, new CaseDetails { CaseId = "case-1", DisplayId = "170", Subject = $"[{Messages.IncidentId}] Queue Billing" });

        Assert.Equal(new Delivered("Case 170 of AWS Support is open already."), await station.TellAsync(Lasting, Support));
        station.Support.Verify(
            support => support.CreateCaseAsync(It.IsAny<CreateCaseRequest>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Fact]
    public async Task A_plan_without_the_worst_severity_gets_the_next()
    {
        await using var station = await Station.StartAsync();
        Cases(station);
        station.Support.Setup(support =>
            support.CreateCaseAsync(It.Is<CreateCaseRequest>(request => request.SeverityCode == "critical"), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonAWSSupportException(
                "no such severity", null, ErrorType.Sender, "ValidationException", "r", HttpStatusCode.BadRequest));
        station.Support.Setup(support =>
            support.CreateCaseAsync(It.Is<CreateCaseRequest>(request => request.SeverityCode == "urgent"), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new CreateCaseResponse { CaseId = "case-2" });

        Assert.Equal(new Delivered("Case case-2 was opened with AWS Support."), await station.TellAsync(Lasting, Support));
    }

    [Fact]
    public async Task An_account_without_a_support_plan_is_said()
    {
        await using var station = await Station.StartAsync();
        station.Support.Setup(support => support.DescribeCasesAsync(It.IsAny<DescribeCasesRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonAWSSupportException(
                "x", null, ErrorType.Sender, "SubscriptionRequiredException", "r", HttpStatusCode.BadRequest));

        Assert.Equal(new DeliveryFailed("AWS answered SubscriptionRequiredException"), await station.TellAsync(Lasting, Support));
    }

    private static void Cases(Station station, params CaseDetails[] cases) =>
        station.Support.Setup(support => support.DescribeCasesAsync(It.IsAny<DescribeCasesRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeCasesResponse { Cases = [.. cases] });
}
