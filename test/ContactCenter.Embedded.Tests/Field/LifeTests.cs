using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Tests.Monitoring.Parsing;

namespace ContactCenter.Embedded.Tests.Field;

/// <summary>From the first alarm to the end: who hears what, once, by name, and in time.</summary>
public sealed class LifeTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_promise_counts_from_the_raise()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("p1-joins.json"), followMinutes: 120);

        Assert.Equal(
            [Nine.AddMinutes(15), Nine.AddMinutes(70)],
            replay.Decided
                .SelectMany(static moment => moment.Decision.Timeline)
                .Where(static entry => entry.Kind == TimelineKind.SlaMissed)
                .Select(static entry => entry.At.AddMilliseconds(-123)));
    }

    [Fact]
    public async Task A_deleted_alarm_ends_its_incident()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("deleted-while-red.json"));

        Assert.Single(replay.Opened);
        Assert.Equal("[P2] RESOLVED: Queue Billing: customers wait too long", replay.Subjects[^1]);
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    [InlineData("rename")]
    public async Task Another_edit_of_an_alarm_is_only_noted(string operation)
    {
        using var replay = await FieldReplay.OfAsync(
            FieldReplay.Text("deleted-while-red.json").Replace("\"delete\"", $"\"{operation}\"", StringComparison.Ordinal));

        Assert.Single(replay.Opened);
        Assert.DoesNotContain(replay.Told, static effect => effect.Message.State is IncidentState.Mitigated or IncidentState.Resolved);
        Assert.Contains(
            replay.Decided.SelectMany(static moment => moment.Decision.Timeline),
            static entry => entry is { Kind: TimelineKind.Context, Text: "09:20:00 UTC: the alarm their-wait was changed." });
    }

    [Fact]
    public async Task The_deletion_of_an_alarm_that_is_in_no_incident_tells_nobody()
    {
        using var replay = await FieldReplay.OfAsync(
            FieldReplay.Text("deleted-while-red.json").Replace("\"ALARM\"", "\"OK\"", StringComparison.Ordinal));

        Assert.Empty(replay.Told);
    }

    [Fact]
    public async Task A_state_that_is_newer_than_a_deletion_counts()
    {
        using var replay = new FieldReplay();
        var text = FieldReplay.Text("deleted-while-red.json").Replace("T09:00:00", "T09:30:00", StringComparison.Ordinal);
        await replay.HearAsync(text);
        await replay.PassAsync(5);

        Assert.DoesNotContain(replay.Told, static effect => effect.Message.State is IncidentState.Mitigated);
    }

    [Fact]
    public async Task An_alarm_and_its_series_are_told_once_for_each_series()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("contributors-and-parent.json"));

        Assert.Equal(["Table orders", "Table stock"], replay.Opened.Select(static incident => incident.Subject).Order());
        Assert.DoesNotContain(replay.Subjects, static subject => subject.Contains("any-table-throttled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alarm_of_several_series_is_told_when_no_series_tells_of_itself()
    {
        var alone = FieldReplay.Text("contributors-and-parent.json");
        alone = alone[..alone.IndexOf(",{\"Records\"", StringComparison.Ordinal)] + "]";
        using var replay = await FieldReplay.OfAsync(alone);

        Assert.Equal("[P2] any-table-throttled: reads are throttled", replay.Subjects[0]);
        Assert.Equal(Nine.AddMinutes(1).AddMilliseconds(123), replay.Told[0].At);
    }

    [Fact]
    public async Task An_alarm_that_comes_after_its_series_says_nothing_new()
    {
        var parts = FieldReplay.Text("contributors-and-parent.json").Split("{\"Records\"");
        var late = $"[{{\"Records\"{parts[2]}{{\"Records\"{parts[1].TrimEnd().TrimEnd(',')}]";
        using var replay = await FieldReplay.OfAsync(late);

        Assert.Equal("Table orders", Assert.Single(replay.Opened).Subject);
    }

    [Fact]
    public async Task Attributes_that_name_no_resource_stand_in_headline_and_text()
    {
        var payload = new AlarmPayload
        {
            Name = "checkout-errors",
            Description = null,
            Namespace = "Shop",
            Metric = "Errors",
            Dimensions = [],
            ContributorId = "c1",
            ContributorAttributes = [("Shop", "berlin"), ("Till", "7")],
        };
        using var replay = await FieldReplay.OfAsync(payload.As(PayloadShape.EventBridgeEvent).ToJsonString());

        Assert.StartsWith("[P3] checkout-errors (Shop berlin, Till 7)", replay.Subjects[0], StringComparison.Ordinal);
        Assert.Contains("Shop berlin, Till 7", replay.Told[0].Message.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_that_changes_every_quarter_of_an_hour_is_told_a_few_times_and_not_at_every_change()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("flapping-15min.json"));

        Assert.InRange(replay.Told.GroupBy(static effect => (effect.At, effect.Message.Occasion)).Count(), 3, 14);
        Assert.InRange(replay.Told.Count, 3, 45);
        Assert.Equal(Occasion.Resolved, replay.Told[^1].Message.Occasion);
    }

    [Fact]
    public async Task Changes_to_a_state_without_data_count_as_well()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("flapping-15min.json").Replace(
            "\\\"NewStateValue\\\": \\\"ALARM\\\"", "\\\"NewStateValue\\\": \\\"INSUFFICIENT_DATA\\\"", StringComparison.Ordinal));

        Assert.InRange(replay.Told.Count, 3, 9);
    }

    [Fact]
    public async Task Letters_of_any_script_reach_subject_and_text_message()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("composite-japanese.json"));

        Assert.Equal(
            ["[P2] 注文API全体: combined alarm is red", "[P2] 決済API全体: combined alarm is red"],
            replay.Subjects.Take(2));
        Assert.Equal(
            ["P2 注文API全体: combined alarm is red", "P2 決済API全体: combined alarm is red"],
            replay.Told.Where(static effect => effect.Message.Occasion == Occasion.Opened)
                .Select(static effect => SnsRenderer.Sms(effect.Message, ActionLinks.None)[..33].TrimEnd())
                .Distinct());
    }

    [Fact]
    public async Task A_step_that_reaches_nobody_is_followed_by_the_next_at_once_and_in_the_end_by_a_last_resort()
    {
        using var replay = await FieldReplay.OfAsync(
            FieldReplay.Text("nobody-on-call.json"), FieldReplay.Configuration("nobody-on-call-yet.config.json"));

        Assert.Equal("[P1] Function verify-caller: flow function fails", replay.Subjects[0]);
        Assert.Equal(replay.Decided[0].At, replay.Told[0].At);
        Assert.Contains(
            replay.Decided[0].Decision.Timeline,
            static entry => entry.Text.StartsWith("Nobody of the escalation can be told, so ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_resource_whose_customers_are_not_served_is_told_by_name_in_a_storm()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("storm-hides-p1.json"));

        Assert.Contains("[P1] RAISED: Queue Billing: queue is full, with 35 more alarms", replay.Subjects);
        Assert.Contains("[P1] Queue Cards: queue is full, with 36 more alarms", replay.Subjects);
        Assert.StartsWith(
            "The worst: Queue Billing: queue is full (P1); Queue Cards: queue is full (P1); team-",
            replay.Told[^1].Message.Description,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_composite_alarm_joins_the_incident_of_its_child()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("own-composite-and-child.json"));

        Assert.Equal("Queue Billing", Assert.Single(replay.Opened).Subject);
        Assert.Contains(
            replay.Decided.SelectMany(static moment => moment.Decision.Timeline),
            static entry => entry.Text.EndsWith("Red because of cc-prod/queue-full/Billing.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_child_that_is_heard_of_after_its_composite_alarm_is_the_same_incident()
    {
        var parts = FieldReplay.Text("own-composite-and-child.json").Split("{\"Records\"");
        using var replay = await FieldReplay.OfAsync(
            $"[{{\"Records\"{parts[2].TrimEnd().TrimEnd(']')},{{\"Records\"{parts[1].TrimEnd().TrimEnd(',')}]");

        Assert.Single(replay.Opened);
    }

    [Fact]
    public async Task A_child_whose_end_is_heard_before_its_beginning_keeps_no_composite_alarm_open()
    {
        var child = new AlarmPayload
        {
            At = Nine,
            Name = "cc-prod/queue-full/Billing",
            Metric = "QueueCapacityExceededError",
            Statistic = "Sum",
            Threshold = 1,
        };
        var composite = child with
        {
            Name = "cc-prod/customers-cut-off",
            Rule = $"ALARM(\"{child.Name}\")",
            Children = [child.Arn],
        };
        using var replay = new FieldReplay();
        await replay.HearAsync(composite.Bytes(PayloadShape.SnsEvent));
        await replay.HearAsync(FieldReplay.Recovery(child, Nine.AddMinutes(2)));
        await replay.HearLateAsync(AlarmPayload.SnsEvent([child.Message().ToJsonString()]).ToJsonString());
        await replay.HearAsync(FieldReplay.Recovery(composite, Nine.AddMinutes(3)));
        await replay.PassAsync(60);

        Assert.All(
            replay.Decided.Select(static moment => moment.Decision.After.Incident).OfType<Incident>().GroupBy(static one => one.Id),
            static incident => Assert.Equal(IncidentState.Resolved, incident.Last().State));
    }

    [Fact]
    public async Task A_composite_alarm_of_others_joins_its_child_as_well()
    {
        using var replay = await FieldReplay.OfAsync(FieldReplay.Text("own-composite-and-child.json")
            .Replace("cc-prod/customers-cut-off", "everything", StringComparison.Ordinal));

        Assert.Equal("Queue Billing", Assert.Single(replay.Opened).Subject);
    }

    [Fact]
    public async Task A_composite_alarm_without_a_child_that_is_known_tells_for_itself_and_names_it()
    {
        var parts = FieldReplay.Text("own-composite-and-child.json").Split("{\"Records\"");
        using var replay = await FieldReplay.OfAsync($"[{{\"Records\"{parts[2]}");

        Assert.Equal("[P1] Instance example-bank: customers cannot get through", replay.Subjects[0]);
        Assert.EndsWith("Red because of cc-prod/queue-full/Billing.", replay.Told[0].Message.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_heard_of_after_its_end_is_told_in_one_message_for_the_state_it_is_in()
    {
        using var replay = new FieldReplay();
        var payload = new AlarmPayload { At = Nine };
        await replay.HearAsync(FieldReplay.Recovery(payload, Nine.AddMinutes(3)));
        await replay.HearAsync(payload.Bytes(PayloadShape.SnsEvent));

        Assert.Equal(["[P2] MITIGATED: Queue Billing: customers wait too long"], replay.Subjects);
        Assert.Equal(replay.Told.Count, replay.Told.Select(static effect => (effect.Channel, effect.To)).Distinct().Count());
    }

    [Fact]
    public async Task What_an_outage_held_up_does_not_overtake_what_came_later()
    {
        using var replay = await OutageOfSlackAsync();

        Assert.Equal([Occasion.Resolved], Slack(replay.Told).Select(static effect => effect.Message.Occasion));
    }

    [Fact]
    public async Task What_an_outage_of_Slack_held_up_may_be_there_and_is_changed_into_what_is_so()
    {
        using var replay = await OutageOfSlackAsync();

        Assert.NotEmpty(Slack(replay.PutRight));
        Assert.All(Slack(replay.PutRight), static effect => Assert.Equal(IncidentState.Resolved, effect.Message.State));
    }

    /// <summary>Slack takes nothing until the incident is over.</summary>
    private static async Task<FieldReplay> OutageOfSlackAsync()
    {
        var replay = new FieldReplay();
        var isOut = true;
        replay.Works = (effect, endpoint) => !isOut || endpoint.Channel != Core.Configuration.Channel.Slack;
        var payload = new AlarmPayload { At = Nine };
        await replay.HearAsync(payload.Bytes(PayloadShape.SnsEvent));
        await replay.PassAsync(16);
        await replay.HearAsync(FieldReplay.Recovery(payload, Nine.AddMinutes(20)));
        isOut = false;
        await replay.PassAsync(30);
        await replay.HearAsync(FieldReplay.Other(Nine.AddMinutes(90)));
        await replay.PassAsync(600);
        return replay;
    }

    private static IEnumerable<NotifyEffect> Slack(IEnumerable<NotifyEffect> effects) => effects.Where(static effect =>
        effect.Channel == Core.Configuration.Channel.Slack && effect.Message.Subject == "Queue Billing");

    [Fact]
    public async Task A_state_that_is_dated_2199_is_not_believed()
    {
        var payload = new AlarmPayload();
        using var replay = new FieldReplay();
        await replay.PassToAsync(AlarmPayload.Noon);
        var message = payload.Message();
        message["StateChangeTime"] = "2199-01-01T00:00:00.000+0000";
        await replay.HearLateAsync(AlarmPayload.SnsEvent(message.ToJsonString()).ToJsonString());

        Assert.InRange(replay.Told[0].Message.OpenedAt, AlarmPayload.Noon, AlarmPayload.Noon.AddMinutes(1));
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00.000+0000")]
    [InlineData("2001-01-01T00:00:00.000+0000")]
    public async Task A_state_that_is_dated_years_back_is_not_believed(string time)
    {
        using var replay = new FieldReplay();
        await replay.PassToAsync(AlarmPayload.Noon);
        var message = new AlarmPayload().Message();
        message["StateChangeTime"] = time;
        await replay.HearLateAsync(AlarmPayload.SnsEvent(message.ToJsonString()).ToJsonString());

        Assert.InRange(replay.Told[0].Message.OpenedAt, AlarmPayload.Noon, AlarmPayload.Noon.AddMinutes(1));
        Assert.Equal(Severity.P2, replay.Told[0].Message.Severity);
    }

    [Fact]
    public async Task Promises_about_what_is_heard_of_hours_late_count_from_then()
    {
        using var replay = new FieldReplay();
        await replay.PassToAsync(AlarmPayload.Noon);
        await replay.HearLateAsync(new AlarmPayload { At = AlarmPayload.Noon.AddHours(-3) }.As(PayloadShape.SnsEvent).ToJsonString());
        await replay.PassAsync(10);

        Assert.DoesNotContain(
            replay.Decided.SelectMany(static moment => moment.Decision.Timeline), static entry => entry.Kind == TimelineKind.SlaMissed);
    }

    [Fact]
    public async Task One_message_is_a_hundred_decisions_at_most_and_says_what_was_left_out()
    {
        var messages = Enumerable.Range(0, 1000).Select(static i => $$"""{"AlarmName":"a{{i}}","NewStateValue":"OK"}""");
        using var replay = new FieldReplay();
        await replay.PassToAsync(Nine);
        await replay.HearLateAsync($"[{string.Join(',', messages)}]");

        Assert.Equal(100, replay.Decided.Count);
        Assert.Contains("a message with 1000 alarms", replay.Told[0].Message.Description, StringComparison.Ordinal);
    }
}
