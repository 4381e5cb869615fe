using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Synthetic;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Tests.Incidents;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Contacts.Synthetic;

/// <summary>When contacts are tried, what their ends mean, and what is told of it.</summary>
public sealed class SyntheticDeskTests
{
    private readonly SyntheticCenter _center = new();
    private readonly VirtualClock _clock = new(Desk.Monday);
    private readonly InMemoryIncidentStore _store = new();
    private InMemoryNotebook? _notebook;
    private int _heard;

    [Fact]
    public async Task What_was_never_tried_is_tried_at_once_and_no_more_at_a_time_than_is_allowed()
    {
        await RunAsync(1, static settings => settings.AtOnce = 1);

        Assert.Equal(["chat-en"], _center.Begun);
    }

    [Fact]
    public async Task What_goes_right_is_tried_again_after_its_time()
    {
        await RunAsync(15);
        Assert.Equal(2, _center.Begun.Count);

        await RunAsync(1);
        Assert.Equal(4, _center.Begun.Count);
    }

    [Fact]
    public async Task While_customers_need_the_calls_none_is_begun()
    {
        _center.CallsPercent = 70;

        await RunAsync(30);

        Assert.Empty(_center.Begun);
    }

    [Fact]
    public async Task One_wrong_end_is_chance()
    {
        await RightAsync();
        Fail(SyntheticStep.Bot);
        await RunAsync(1);
        _center.End = static _ => null;

        await RunAsync(5);

        Assert.Empty(_store.All);
    }

    [Fact]
    public async Task Two_of_three_wrong_are_a_P1_that_names_the_step_and_are_known_two_minutes_after_the_first()
    {
        await RightAsync();
        Fail(SyntheticStep.Bot);

        await RunAsync(3);

        var incident = Assert.Single(
            _store.All, static one => one.Severity == Severity.P1 && one.Subject.Contains("inbound", StringComparison.Ordinal));
        Assert.Equal("synthetic-contact-fails", incident.Runbook);
        Assert.Equal(
            "Synthetic contact inbound-en went wrong 2 of the last 3 times. It heard the greeting and ended before the bot listened.",
            incident.Description);
    }

    [Fact]
    public async Task What_goes_right_again_ends_it()
    {
        await RightAsync();
        Fail(SyntheticStep.Queue);
        await RunAsync(3);
        _center.End = static _ => null;

        await RunAsync(40);

        Assert.All(_store.All, static incident => Assert.NotEqual(IncidentState.Open, incident.State));
    }

    [Fact]
    public async Task What_has_never_gone_right_proves_nothing_of_customers()
    {
        Fail(SyntheticStep.Greeting);

        await RunAsync(10);

        var incident = Assert.Single(_store.All);
        Assert.Equal((Severity.P3, "synthetic-contacts-untried"), (incident.Severity, incident.Runbook));
        Assert.Contains("has not gone right once", incident.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_never_gone_right_is_tried_twice_and_then_in_its_ordinary_time()
    {
        Fail(SyntheticStep.Greeting);

        await RunAsync(14);

        Assert.Equal(["chat-en", "chat-en", "inbound-en", "inbound-en"], _center.Begun.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_tried_twice_is_a_P3_in_the_words_of_the_service()
    {
        await RightAsync();
        _center.Refusal = new SyntheticBegin(
            null, "ServiceQuotaExceededException: Failed to start execution of test case due to limit reached.", IsUnavailable: false);

        await RunAsync(20);

        var incident = Assert.Single(_store.All);
        Assert.Equal(Severity.P3, incident.Severity);
        Assert.Contains("Failed to start execution of test case due to limit reached.", incident.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_are_no_test_cases_chats_are_begun_as_chats_and_calls_cannot_be_tried()
    {
        _center.Refusal = new SyntheticBegin(null, "AccessDeniedException: no", IsUnavailable: true);

        await RunAsync(5);

        Assert.Equal(["chat-en"], _center.Chats.Distinct());
        Assert.Contains("inbound-en could not be tried", Assert.Single(_store.All).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_change_all_are_tried_once_it_is_quiet()
    {
        await RunAsync(10);
        var before = _center.Begun.Count;
        await ChangedAsync();
        await RunAsync(1);
        await ChangedAsync();

        await RunAsync(2);
        Assert.Equal(before, _center.Begun.Count);
        await RunAsync(1);

        Assert.Equal(before + 2, _center.Begun.Count);
    }

    [Fact]
    public void What_is_kept_and_cannot_be_read_begins_anew()
    {
        Assert.Empty(SyntheticState.Read("{broken").Tracks);
        Assert.Empty(SyntheticState.Read("null").Tracks);
    }

    [Fact]
    public async Task What_is_known_of_a_contact_that_expects_something_else_now_is_forgotten()
    {
        await RightAsync();
        Fail(SyntheticStep.Queue);

        await RunAsync(10, static settings => settings.Contacts =
        [
            new SyntheticContactSettings { Flow = "inbound", Queue = "Cards" },
            new SyntheticContactSettings { Flow = "chat", Queue = "Cards" },
        ]);

        Assert.Equal(Severity.P3, Assert.Single(_store.All).Severity);
    }

    [Fact]
    public async Task What_was_told_of_a_contact_that_is_taken_out_of_the_configuration_ends()
    {
        static void Own(SyntheticSettings settings) => settings.Contacts =
            [new SyntheticContactSettings { Flow = "Main line", Hears = "Good day." }];
        await RunAsync(15, Own);
        Fail(SyntheticStep.Greeting);
        await RunAsync(6, Own);
        var incident = _store.All.Single(static one => one.Subject.Contains("Main line", StringComparison.Ordinal));
        _center.End = static _ => null;

        await RunAsync(40);

        Assert.Equal(
            (IncidentState.Open, IncidentState.Mitigated),
            (incident.State, _store.All.Single(one => one.Id == incident.Id).State));
    }

    /// <summary>Until all are due again.</summary>
    private Task RightAsync() => RunAsync(15);

    private void Fail(SyntheticStep step) => _center.End = _ => new SyntheticOutcome(SyntheticResult.Wrong, Desk.Monday) { Step = step };

    private async Task ChangedAsync() =>
        await DeskOf(null).ChangedAsync(_clock.GetUtcNow(), _clock.GetUtcNow(), TestContext.Current.CancellationToken);

    private SyntheticDesk DeskOf(Action<SyntheticSettings>? change) =>
        new(SyntheticCenter.Configuration(change), _center, _notebook ??= new InMemoryNotebook(_clock), _center);

    /// <summary>So many looks, one a minute; what is told goes to triage.</summary>
    private async Task RunAsync(int minutes, Action<SyntheticSettings>? change = null)
    {
        var desk = DeskOf(change);
        var pipeline = new IncidentDesk(SyntheticCenter.Configuration(change), _store).Pipeline;
        for (var minute = 0; minute < minutes; minute++)
        {
            await desk.RunAsync(_clock.GetUtcNow(), TestContext.Current.CancellationToken);
            foreach (var message in _center.Published.Skip(_heard))
            {
                var input = AlarmParser.Parse(Encoding.UTF8.GetBytes(message), _clock.Now).Single();
                await pipeline.ReceiveAsync(input, _clock.Now, TestContext.Current.CancellationToken);
            }

            _heard = _center.Published.Count;
            _clock.Now += TimeSpan.FromMinutes(1);
        }
    }
}
