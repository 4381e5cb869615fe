using System.Text.Json.Nodes;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Learning.Reminders;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Validation.Account;
using ContactCenter.Functions.Incidents;
using ContactCenter.Simulation.Stores;
using Moq;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>The function that tests people: whom somebody asks for, and by the hour whoever is due; what it finds is one list.</summary>
public sealed class ReachPeopleTests
{
    /// <summary>A Tuesday at eleven, by UTC, in which the test's center lives.</summary>
    private static readonly DateTimeOffset Tuesday = new(2026, 3, 3, 11, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Tuesday);
    private readonly Mock<INoticeChannel> _channels = new();
    private readonly List<string> _tested = [];
    private readonly List<string> _told = [];
    private readonly InMemoryNotebook _notebook;
    private NoticeAnswer _answer = NoticeAnswer.By("Amazon SNS", "m-1");

    public ReachPeopleTests()
    {
        _notebook = new InMemoryNotebook(_clock);
        _channels.Setup(static channels => channels.SendAsync(
                It.IsAny<Notice>(), It.IsAny<string>(), It.IsAny<Endpoint>(), It.IsAny<CancellationToken>()))
            .Returns((Notice _, string _, Endpoint endpoint, CancellationToken _) =>
            {
                lock (_tested)
                {
                    _tested.Add(endpoint.To);
                }

                return new ValueTask<NoticeAnswer>(_answer);
            });
    }

    [Fact]
    public async Task By_the_hour_whoever_is_due_is_tested_and_nobody_twice_in_a_week()
    {
        var reply = await InvokeAsync("{}");
        _clock.Now = Tuesday.AddHours(1);
        await InvokeAsync("{}");

        Assert.Equal(["+4915112345678", "on-call@example.com"], _tested.Order(StringComparer.Ordinal));
        Assert.Equal((2, 0, 0), ((int)reply["tested"]!, (int)reply["refused"]!, (int)reply["findings"]!));
        Assert.Equal("OK", Assert.Single(_told));
    }

    [Fact]
    public async Task Whom_somebody_asks_for_is_tested_whatever_day_it_is_and_once()
    {
        _clock.Now = Tuesday.AddDays(3);
        var request = new ReachRequest("R1", "managers", Everyone: false, "Ada", _clock.Now);
        await InvokeAsync(Topic($"{request}"));
        await InvokeAsync(Topic($"{request}"));

        Assert.Equal(["+4915112345678"], _tested);
    }

    [Fact]
    public async Task A_channel_that_refuses_is_told_to_the_topic_of_alarms()
    {
        _answer = new NoticeAnswer(NoticeOutcome.Refused, "AWS answered OptedOut");

        var reply = await InvokeAsync("{}");

        Assert.Equal((2, 2), ((int)reply["refused"]!, (int)reply["findings"]!));
        Assert.Equal("ALARM", Assert.Single(_told));
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    [InlineData(12, 0)]
    public async Task The_account_is_looked_at_once_a_day_without_a_test(int hour, int looks)
    {
        await InvokeAsync("{}");
        _told.Clear();
        _clock.Now = Tuesday.AddDays(2).AddHours(hour - 11);

        await InvokeAsync("{}");

        Assert.Equal((looks, 2), (_told.Count, _tested.Count));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("""{"Records":[{"Sns":{"Message":"something else"}}]}""")]
    [InlineData("""{"Records":[{"Sns":{"Message":"{\"id\":null}"}}]}""")]
    [InlineData("""{"Records":7}""")]
    public async Task What_is_no_request_tests_nobody_out_of_turn(string message)
    {
        _clock.Now = Tuesday.AddDays(3).AddHours(1);

        await InvokeAsync(message);

        Assert.Empty(_tested);
    }

    [Fact]
    public async Task The_log_names_no_address()
    {
        var call = new LoggedCall(TimeSpan.FromMinutes(1));
        await Function().ReachPeople(new MemoryStream("{}"u8.ToArray()), call);

        Assert.Contains("Accepted 2", string.Join('\n', call.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", string.Join('\n', call.Lines), StringComparison.Ordinal);
    }

    private static string Topic(string message) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject { ["Sns"] = new JsonObject { ["Message"] = message } }),
    }.ToJsonString();

    private async Task<JsonNode> InvokeAsync(string message)
    {
        await using var reply = await Function().ReachPeople(
            new MemoryStream(System.Text.Encoding.UTF8.GetBytes(message)), new LoggedCall(TimeSpan.FromMinutes(1)));
        return (await JsonNode.ParseAsync(reply))!;
    }

    private ReachPeopleFunction Function()
    {
        var environment = TestEnvironment.Create();
        var sns = new Mock<IAmazonSimpleNotificationService>();
        sns.Setup(static topic => topic.PublishAsync(It.IsAny<PublishRequest>(), It.IsAny<CancellationToken>()))
            .Callback((PublishRequest request, CancellationToken _) =>
                _told.Add((string)JsonNode.Parse(request.Message)!["NewStateValue"]!))
            .ReturnsAsync(new PublishResponse());
        var account = new Mock<IAccount>();
        account.Setup(static read => read.ReadReachAsync(It.IsAny<ContactCenterConfiguration>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AccountReading());
        var receipts = new ReceiptBook(environment.Configuration, _notebook);
        return new ReachPeopleFunction(
            new ReachTester(environment.Configuration, _channels.Object, receipts),
            receipts,
            new ReminderDesk(environment.Configuration, new InMemoryReviews(), _channels.Object, _notebook),
            new IncidentDesk(environment.Configuration, new InMemoryIncidentStore()),
            account.Object,
            new AlarmTopic(sns.Object, "arn:aws:sns:eu-central-1:123456789012:cc-test-alarms"),
            environment,
            _clock);
    }
}
