using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Learning.Reminders;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Reminders as they are sent: to whom, how often, and in whose words.</summary>
public sealed class ReminderDeskTests : INoticeChannel
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly SetClock _clock = new() { Now = Noon };
    private readonly InMemoryReviews _reviews = new();
    private readonly InMemoryNotebook _notebook;
    private readonly List<(Notice Notice, string Audience, string To)> _sent = [];
    private readonly ContactCenterConfiguration _configuration;
    private NoticeAnswer _answer = NoticeAnswer.By("Amazon SNS");

    public ReminderDeskTests()
    {
        _notebook = new InMemoryNotebook(_clock);
        _configuration = Desk.Center(static center =>
        {
            center.TimeZone = "Europe/Berlin";
            center.Audiences = new Dictionary<string, IReadOnlyList<Endpoint>>
            {
                ["lead"] =
                [
                    new Endpoint { Channel = Channel.Email, To = "lead@example.com", Language = "de" },
                    new Endpoint { Channel = Channel.Sms, To = "+4915112345678" },
                ],
                ["on-call"] = [new Endpoint { Channel = Channel.Email, To = "other@example.com" }],
                ["boss"] = [new Endpoint { Channel = Channel.Email, To = "boss@example.com" }],
            };
            center.OnCall = new Dictionary<string, OnCallSettings>
            {
                ["turns"] = new()
                {
                    Participants =
                    [
                        Person("Ann", "ann@example.com"), Person("Bob", "bob@example.com"), Person("Lea", "lead@example.com"),
                    ],
                    From = new DateOnly(2026, 1, 5),
                },
            };
            center.Messages = center.Messages with { ActionReminders = new ActionReminderSettings { To = ["lead"] } };
        });
    }

    [Fact]
    public async Task An_audience_is_told_of_all_and_a_person_of_their_own_each_once_a_day()
    {
        await KeepAsync(("Ann's.", -7, "ann"), ("Nobody's.", -7, null));

        await SendAsync();
        _clock.Now += TimeSpan.FromHours(1);
        await SendAsync();

        Assert.Equal(["ann@example.com", "lead@example.com"], _sent.Select(static one => one.To).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("Nobody's.", TextTo("ann@example.com"), StringComparison.Ordinal);
        Assert.Contains("Nobody's.", TextTo("lead@example.com"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_who_share_an_address_are_each_told_of_their_own_unless_all_is_told_there()
    {
        _configuration.OnCall = new Dictionary<string, OnCallSettings>
        {
            ["turns"] = new()
            {
                Participants = [Person("Ann", "other@example.com"), Person("Bob", "other@example.com"), Person("Lea", "lead@example.com")],
                From = new DateOnly(2026, 1, 5),
            },
        };
        await KeepAsync(("Ann's.", -7, "ann"), ("Bob's.", -7, "bob"), ("Lea's.", -7, "lea"));

        await SendAsync();
        await SendAsync();

        Assert.Equal(
            ["lead@example.com", "other@example.com", "other@example.com"],
            _sent.Select(static one => one.To).Order(StringComparer.Ordinal));
        Assert.Equal(3, _sent.Select(static one => one.Notice.Id).Distinct().Count());
    }

    [Fact]
    public async Task Each_reads_it_in_their_own_language()
    {
        await KeepAsync(("Add an alarm.", -7, "ann"));

        await SendAsync();

        Assert.Contains("fällig 2026-02-23, vor 7 Tagen", TextTo("lead@example.com"), StringComparison.Ordinal);
        Assert.Contains("due 2026-02-23, 7 days ago", TextTo("ann@example.com"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_refuses_is_tried_again_by_the_next_run()
    {
        await KeepAsync(("Old.", -7, null));
        _answer = new NoticeAnswer(NoticeOutcome.Refused, "AWS answered Throttling");
        await SendAsync();
        _answer = NoticeAnswer.By("Amazon SNS");
        await SendAsync();
        await SendAsync();

        Assert.Equal(2, _sent.Count);
    }

    [Fact]
    public async Task More_than_have_room_are_counted()
    {
        await KeepAsync([.. Enumerable.Range(1, 11).Select(static i => ($"Action {i}.", -7, (string?)null))]);

        await SendAsync();

        Assert.Contains("3 weitere", TextTo("lead@example.com"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_wrote_stays_on_its_line()
    {
        await KeepAsync(("Raise\n\n# it\u0007 <b>now</b>", -7, "a\nb"));

        await SendAsync();

        var line = Assert.Single(TextTo("lead@example.com").Split('\n'), static line => line.StartsWith("- ", StringComparison.Ordinal));
        Assert.Contains("<b>now</b>", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', line);
    }

    [Fact]
    public async Task Nobody_is_reminded_where_nobody_is_configured()
    {
        await KeepAsync(("Old.", -7, "ann"));

        await new ReminderDesk(_configuration with { Messages = new MessageSettings() }, _reviews, this, _notebook).SendDueAsync(
            new IncidentDesk(_configuration, new InMemoryIncidentStore()).Policy, _clock.Now, TestContext.Current.CancellationToken);

        Assert.Empty(_sent);
    }

    public ValueTask<NoticeAnswer> SendAsync(Notice notice, string audience, Endpoint endpoint, CancellationToken cancellationToken)
    {
        _sent.Add((notice, audience, endpoint.To));
        return ValueTask.FromResult(_answer);
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static OnCallParticipant Person(string name, string to) =>
        new() { Name = name, Endpoints = [new Endpoint { Channel = Channel.Email, To = to }] };

    private string TextTo(string to) => string.Join('\n', _sent.First(one => one.To == to).Notice.Paragraphs);

    private async Task KeepAsync(params (string Text, int Days, string? Owner)[] actions) =>
        Assert.True(await _reviews.SaveAsync(ReminderPlanTests.Review(actions), TestContext.Current.CancellationToken));

    private async Task SendAsync() => await new ReminderDesk(_configuration, _reviews, this, _notebook).SendDueAsync(
        new IncidentDesk(_configuration, new InMemoryIncidentStore()).Policy, _clock.Now, TestContext.Current.CancellationToken);
}
