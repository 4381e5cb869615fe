using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Connect;
using Amazon.Connect.Model;
using Amazon.ConnectParticipant;
using Amazon.ConnectParticipant.Model;
using ContactCenter.Aws.Contacts.Synthetic;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using Moq;
using ExecutionRecord = Amazon.Connect.Model.ExecutionRecord;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>Synthetic contacts against clients that answer as Amazon Connect was recorded to.</summary>
public sealed class ConnectSyntheticTests
{
    private const string Queue = "11111111-0000-0000-0000-000000000001";

    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    private static readonly SyntheticContact Chat = new()
    {
        Id = "chat-en",
        Flow = "cc-test-chat",
        DeployedFlow = "chat",
        Language = "en",
        Locale = "en-US",
        IsChat = true,
        Hears = "Welcome, and thank you for getting in touch. We record this.",
        Says = "a person please",
        Queue = new QueueSettings { Name = "Billing", Id = Queue },
    };

    private readonly Mock<IAmazonConnect> _connect = new();
    private readonly Mock<IAmazonConnectParticipant> _participants = new();
    private readonly Mock<IAmazonCloudWatch> _cloudWatch = new();
    private string? _mark = "mark";

    [Theory]
    [InlineData("ServiceQuotaExceededException", "Failed to start execution of test case due to limit reached.", false)]
    [InlineData("ThrottlingException", "Too Many Requests", false)]
    [InlineData("AccessDeniedException", "no", true)]
    [InlineData("ResourceNotFoundException", "no", true)]
    [InlineData("UnknownOperationException", "", true)]
    public async Task A_refusal_is_told_in_the_words_of_the_service_and_whether_a_chat_may_do(string code, string text, bool isUnavailable)
    {
        _connect.Setup(static one => one.StartTestCaseExecutionAsync(
                It.IsAny<StartTestCaseExecutionRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonConnectException(text) { ErrorCode = code });

        var begin = await Center().BeginAsync(Chat, "token", TestContext.Current.CancellationToken);

        Assert.Equal((null, $"{code}: {text}", isUnavailable), (begin.Execution, begin.Refusal, begin.IsUnavailable));
    }

    [Fact]
    public async Task A_contact_without_a_test_case_has_none()
    {
        var begin = await Center().BeginAsync(Chat with { Id = "other" }, "token", TestContext.Current.CancellationToken);

        Assert.True(begin.IsUnavailable);
        _connect.VerifyNoOtherCalls();
    }

    [Theory]
    [InlineData("PASSED", SyntheticResult.Right)]
    [InlineData("STOPPED", SyntheticResult.Unknown)]
    [InlineData("INITIATED", null)]
    [InlineData("IN_PROGRESS", null)]
    public async Task An_execution_is_what_its_summary_says(string status, SyntheticResult? expected)
    {
        Summary(status);

        Assert.Equal(expected, (await ReadAsync())?.Result);
    }

    [Fact]
    public async Task One_of_which_all_has_come_is_right_although_the_service_does_not_end_it()
    {
        Summary("IN_PROGRESS", new ObservationSummary { TotalObservations = 3, ObservationsPassed = 3 });

        Assert.Equal(SyntheticResult.Right, (await ReadAsync())!.Result);
    }

    [Fact]
    public async Task Of_one_that_failed_the_records_of_all_pages_are_read()
    {
        Summary("FAILED");
        _connect.SetupSequence(static one => one.ListTestCaseExecutionRecordsAsync(
                It.IsAny<ListTestCaseExecutionRecordsRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ListTestCaseExecutionRecordsResponse
            {
                ExecutionRecords =
                    [new ExecutionRecord { ObservationId = "greeting", Status = ExecutionRecordStatus.PASSED, Record = "{}" }],
                NextToken = "more",
            })
            .ReturnsAsync(new ListTestCaseExecutionRecordsResponse
            {
                ExecutionRecords = [new ExecutionRecord { ObservationId = "queue", Status = ExecutionRecordStatus.FAILED, Record = "{}" }],
            });

        var end = await ReadAsync();

        Assert.Equal((SyntheticResult.Wrong, SyntheticStep.Queue), (end!.Result, end.Step));
    }

    [Fact]
    public async Task While_it_cannot_be_read_it_is_under_way()
    {
        _connect.Setup(static one => one.GetTestCaseExecutionSummaryAsync(
                It.IsAny<GetTestCaseExecutionSummaryRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new Amazon.Connect.Model.ThrottlingException("slow down"));

        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task A_chat_is_right_when_it_is_greeted_and_in_its_queue_and_the_customer_leaves()
    {
        Play("Welcome, and thank you for getting in touch. We record this.", Queue);

        var end = await ChatAsync();

        Assert.Equal(SyntheticResult.Right, end.Result);
        _participants.Verify(static one => one.DisconnectParticipantAsync(
            It.Is<DisconnectParticipantRequest>(static request => request.ConnectionToken == "credentials"),
            It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task A_chat_is_marked_and_speaks_its_language()
    {
        Play("Welcome, and thank you for getting in touch.", Queue);

        _ = await ChatAsync();

        _connect.Verify(static one => one.StartChatContactAsync(
            It.Is<StartChatContactRequest>(static request => request.Attributes["synthetic"] == "mark"
                && request.Attributes["language"] == "en"
                && request.ContactFlowId == "flow" && request.InitialMessage.Content == "a person please"),
            It.IsAny<CancellationToken>()));
    }

    [Theory]
    [InlineData("Our lines are down", Queue, SyntheticStep.Greeting)]
    [InlineData("Welcome, and thank you for getting in touch.", "11111111-0000-0000-0000-000000000002", SyntheticStep.Queue)]
    public async Task A_chat_that_goes_wrong_is_told_with_its_step(string said, string queue, SyntheticStep step)
    {
        Play(said, queue);

        var end = await ChatAsync();

        Assert.Equal((SyntheticResult.Wrong, step), (end.Result, end.Step));
    }

    [Fact]
    public async Task Without_its_mark_no_contact_is_begun_because_it_would_be_counted()
    {
        _mark = null;

        Assert.Equal(SyntheticResult.Unknown, (await ChatAsync()).Result);
        _connect.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task The_share_of_the_quota_is_published_as_a_share_of_one()
    {
        _cloudWatch.Setup(static one => one.GetMetricDataAsync(It.IsAny<GetMetricDataRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetMetricDataResponse { MetricDataResults = [new MetricDataResult { Values = [0.2, 0.7] }] });

        Assert.Equal(70, (await Center().CallsPercentAsync(Now, TestContext.Current.CancellationToken))!.Value, 6);
    }

    [Fact]
    public async Task While_nobody_calls_nothing_is_published_and_nothing_is_in_use()
    {
        _cloudWatch.Setup(static one => one.GetMetricDataAsync(It.IsAny<GetMetricDataRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetMetricDataResponse());

        Assert.Equal(0, await Center().CallsPercentAsync(Now, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_number_is_dialled_by_the_number_that_is_known_and_once()
    {
        StartOutboundVoiceContactRequest? sent = null;
        _connect.Setup(static one => one.StartOutboundVoiceContactAsync(
                It.IsAny<StartOutboundVoiceContactRequest>(), It.IsAny<CancellationToken>()))
            .Callback<StartOutboundVoiceContactRequest, CancellationToken>((request, _) => sent = request)
            .ReturnsAsync(new StartOutboundVoiceContactResponse { ContactId = "contact" });

        Assert.Null(await Center().DialAsync(Dialled, "token", TestContext.Current.CancellationToken));

        Assert.Equal(
            ("+4930901820", "+4930901821", "call-flow", "token", "GENERAL"),
            (sent!.SourcePhoneNumber, sent.DestinationPhoneNumber, sent.ContactFlowId, sent.ClientToken, sent.TrafficType.Value));
        Assert.Empty(sent.Attributes ?? []);
    }

    [Fact]
    public async Task Why_a_number_is_not_dialled_is_told_in_the_words_of_the_service()
    {
        _connect.Setup(static one => one.StartOutboundVoiceContactAsync(
                It.IsAny<StartOutboundVoiceContactRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonConnectException("not there") { ErrorCode = "DestinationNotAllowedException" });

        Assert.Equal(
            "DestinationNotAllowedException: not there",
            await Center().DialAsync(Dialled, "token", TestContext.Current.CancellationToken));
    }

    private static SyntheticContact Dialled => Chat with
    {
        Id = "call-4930901821",
        IsChat = false,
        From = "+4930901820",
        Number = "+4930901821",
    };

    private ConnectSynthetic Center() => new(
        _connect.Object, _participants.Object, _cloudWatch.Object, "instance",
        new SyntheticIds(
            new Dictionary<string, string> { ["chat-en"] = "case" },
            new Dictionary<string, string> { ["cc-test-chat"] = "flow", ["synthetic-call"] = "call-flow" }),
        _ => new ValueTask<string?>(_mark), new HurriedClock());

    private async Task<SyntheticOutcome?> ReadAsync() =>
        await Center().ReadAsync(Chat, "execution", Now, TestContext.Current.CancellationToken);

    private async Task<SyntheticOutcome> ChatAsync() => await Center().ChatAsync(Chat, "token", TestContext.Current.CancellationToken);

    private void Summary(string status, ObservationSummary? summary = null) => _connect
        .Setup(static one => one.GetTestCaseExecutionSummaryAsync(
            It.IsAny<GetTestCaseExecutionSummaryRequest>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync(new GetTestCaseExecutionSummaryResponse
        {
            Status = new TestCaseExecutionStatus(status),
            ObservationSummary = summary,
        });

    private void Play(string said, string queue)
    {
        _connect.Setup(static one => one.StartChatContactAsync(It.IsAny<StartChatContactRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new StartChatContactResponse { ContactId = "contact", ParticipantToken = "participant" });
        _connect.Setup(static one => one.DescribeContactAsync(It.IsAny<DescribeContactRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new DescribeContactResponse { Contact = new Contact { QueueInfo = new QueueInfo { Id = queue } } });
        _participants.Setup(static one => one.CreateParticipantConnectionAsync(
                It.IsAny<CreateParticipantConnectionRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new CreateParticipantConnectionResponse
            {
                ConnectionCredentials = new ConnectionCredentials { ConnectionToken = "credentials" },
            });
        _participants.Setup(static one => one.GetTranscriptAsync(It.IsAny<GetTranscriptRequest>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new GetTranscriptResponse
            {
                Transcript =
                [
                    new Item { ParticipantRole = "CUSTOMER", Type = ChatItemType.MESSAGE, Content = "a person please" },
                    new Item { ParticipantRole = "SYSTEM", Type = ChatItemType.MESSAGE, Content = said },
                ],
            });
    }

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class HurriedClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime < TimeSpan.FromSeconds(5) ? TimeSpan.Zero : dueTime, period);
    }
}
