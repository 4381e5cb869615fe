using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Notifications.Links;
using ContactCenter.Core.Notifications.Sns;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Tests.Monitoring.Parsing;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Notifications.Text;

/// <summary>What a person reads at three in the morning.</summary>
public sealed class WordingTests
{
    [Fact]
    public void The_headline_names_the_thing_and_then_the_symptom() =>
        Assert.Equal("Queue Billing: customers wait too long", Headline.Of(MessageBuilder.Any));

    [Fact]
    public void A_long_name_gives_way_before_the_symptom_does() =>
        Assert.Equal(
            "Queue Private Customers North and… West: customers wait too long",
            Headline.Of(MessageBuilder.Any with { Subject = "Queue Private Customers North and South and East and West" }));

    [Fact]
    public void Every_deployed_alarm_has_a_headline_of_at_most_ten_words_that_is_not_cut()
    {
        var headlines = AlarmPlan.For(SampleConfiguration.Read())
            .Select(alarm =>
                Headline.Of(MessageBuilder.Any with { Subject = $"Thing {alarm.Resource}", Symptom = alarm.Definition.Symptom }));

        Assert.All(headlines, headline =>
        {
            Assert.InRange(Words(headline), 2, Headline.MaximumWords);
            Assert.DoesNotContain('…', headline);
        });
    }

    [Fact]
    public void A_thing_without_a_name_leaves_the_symptom() =>
        Assert.Equal("customers wait too long", Headline.Of(MessageBuilder.Any with { Subject = " " }));

    [Fact]
    public void A_headline_of_any_words_has_at_most_ten() => Prop
        .ForAll(AnyMessage.ToArbitrary(), message => Words(Headline.Of(message)) is >= 1 and <= Headline.MaximumWords)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_subject_is_one_line_of_1_to_99_characters_for_any_message() => Prop
        .ForAll(AnyMessage.ToArbitrary(), message =>
        {
            var subject = PlainText.Subject(message);
            return subject.Length is >= 1 and <= PlainText.MaximumSubject && !subject.Any(char.IsControl);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_subject_keeps_the_symptom_and_the_end_of_a_very_long_name() => Assert.EndsWith(
        "…xxxxxxxxxxxxxxxxxxxxxy: customers wait too long",
        PlainText.Subject(MessageBuilder.Any with { Subject = $"Queue {new string('x', 120)}y" }),
        StringComparison.Ordinal);

    [Fact]
    public void The_subject_is_the_one_that_is_mailed()
    {
        var message = MessageBuilder.Any with { Subject = $"Queue {new string('x', 120)}" };

        Assert.Equal(PlainText.Subject(message), SnsRenderer.Render(Messages.Effect(message), ActionLinks.None, new SmsSettings()).Subject);
        Assert.EndsWith(
            "x: customers wait too long",
            SnsRenderer.Render(Messages.Effect(message), ActionLinks.None, new SmsSettings()).Subject,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_deployed_alarm_tells_once_what_is_wrong()
    {
        var configuration = SampleConfiguration.Read();
        var repeated = AlarmPlan.For(configuration)
            .Where(alarm =>
                alarm.Definition.AnomalyBand is null
                    && PlainText.Body(FirstOf(alarm, configuration)).Split(alarm.Definition.Description).Length != 2)
            .Select(alarm => alarm.Name);

        Assert.Empty(repeated);
    }

    [Theory]
    [InlineData(Occasion.Opened, "[P2] Queue Billing: customers wait too long")]
    [InlineData(Occasion.Unrecognised, "[P2] Queue Billing: customers wait too long")]
    [InlineData(Occasion.Raised, "[P2] RAISED: Queue Billing: customers wait too long")]
    [InlineData(Occasion.Reminder, "[P2] REMINDER: Queue Billing: customers wait too long")]
    [InlineData(Occasion.Escalated, "[P2] ESCALATED: Queue Billing: customers wait too long")]
    [InlineData(Occasion.Acknowledged, "[P2] ACKNOWLEDGED: Queue Billing: customers wait too long")]
    [InlineData(Occasion.Reopened, "[P2] REOPENED: Queue Billing: customers wait too long")]
    [InlineData(Occasion.Mitigated, "[P2] MITIGATED: Queue Billing: customers wait too long")]
    [InlineData(Occasion.Resolved, "[P2] RESOLVED: Queue Billing: customers wait too long")]
    public void A_subject_begins_with_the_severity_and_the_occasion(Occasion occasion, string expected) =>
        Assert.Equal(expected, PlainText.Subject(MessageBuilder.Any with { Occasion = occasion }));

    [Fact]
    public void Letters_are_kept_in_the_subject_and_in_the_body()
    {
        var message = MessageBuilder.Any with { Subject = "Queue Füße" };

        Assert.Equal("[P2] Queue Füße: customers wait too long", PlainText.Subject(message));
        Assert.StartsWith("P2 Queue Füße: customers wait too long", PlainText.Body(message), StringComparison.Ordinal);
    }

    [Fact]
    public void The_body_tells_everything_that_is_needed_to_act()
    {
        var body = PlainText.Body(MessageBuilder.Any with
        {
            Repair = "Under way: heal-capacity customers.",
            Remark = "Nobody has answered for 15 min."
        });

        Assert.Equal(
            $"""
            P2 Queue Billing: customers wait too long

            Nobody has answered for 15 min.

            The caller who has waited longest has waited longer than the target. All channels count together here, also what may wait. 6 min 12 s against a threshold of 2 min.

            Why this severity:
            - The alarm catalog rates this P2.
            - Queue Billing is of high importance; only a severe breach makes a P1: it stays P2.

            Owner: workforce
            Where: environment prod, instance example-bank, account 123456789012, Region eu-central-1
            Since: 2026-05-04 10:00 UTC (5 min ago)
            Size: 1 alarm, 1 change
            Alarm name: {MessageBuilder.Any.Origin!.Name}
            Its own description: {MessageBuilder.Any.Origin.Text}
            Automatic repair: Under way: heal-capacity customers.
            Runbook: https://wiki.example/queue-wait-time
            Alarm: {MessageBuilder.Any.Origin.AlarmUrl}
            Metric: {MessageBuilder.Any.Origin.MetricUrl}
            Incident: {MessageBuilder.Any.IncidentId}

            Please acknowledge it, so that nobody else is called.

            """.ReplaceLineEndings(),
            body);
    }

    [Fact]
    public void Who_has_taken_it_is_told_in_place_of_the_request() =>
        Assert.EndsWith("ana has taken it.\n", Body(MessageBuilder.Any with { AcknowledgedBy = "ana" }), StringComparison.Ordinal);

    [Theory]
    [InlineData(Occasion.Mitigated)]
    [InlineData(Occasion.Resolved)]
    public void Nothing_is_asked_of_the_reader_when_it_calms_down(Occasion occasion) =>
        Assert.EndsWith(
            $"Incident: {MessageBuilder.Any.IncidentId}\n",
            Body(MessageBuilder.Any with { Occasion = occasion }),
            StringComparison.Ordinal);

    [Fact]
    public void The_body_always_has_severity_reasons_runbook_and_incident() => Prop
        .ForAll(AnyMessage.ToArbitrary(), message =>
        {
            var body = PlainText.Body(message);
            return body.StartsWith($"{message.Severity} ", StringComparison.Ordinal)
                && message.Reasons.All(reason => body.Contains(reason, StringComparison.Ordinal))
                && body.Contains(message.RunbookUrl, StringComparison.Ordinal)
                && body.Contains(message.IncidentId, StringComparison.Ordinal);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static IncidentMessage FirstOf(BoundAlarm alarm, ContactCenterConfiguration configuration)
    {
        var change = new AlarmPayload
        {
            Name = alarm.Name,
            Description = AlarmSelfDescription.Of(alarm, configuration.RunbookUrl),
            AccountId = configuration.Instance.AccountId,
            Region = configuration.Instance.Region,
            Namespace = alarm.Metrics[0].Namespace,
            Metric = alarm.Metrics[0].Name,
            Dimensions = [.. alarm.Metrics[0].Dimensions.Select(dimension => (dimension.Name, dimension.Value))],
            Comparison = alarm.Definition.Comparison.ToString(),
            Threshold = alarm.Definition.Threshold,
            Values = [alarm.Definition.Threshold],
        };
        return Told.First(configuration, change, change.At);
    }

    private static Gen<IncidentMessage> AnyMessage { get; } =
        from subject in Text
        from symptom in Text
        from reason in Text
        from occasion in Gen.Elements(Enum.GetValues<Occasion>())
        from severity in Gen.Elements(Enum.GetValues<Severity>())
        from minutes in Gen.Choose(-10, 1_000_000)
        from who in Gen.Elements(null, "ana")
        select MessageBuilder.Any with
        {
            Subject = subject,
            Symptom = $"wartet {symptom}",
            Reasons = [reason, "last"],
            Occasion = occasion,
            Severity = severity,
            At = MessageBuilder.OpenedAt.AddMinutes(minutes),
            AcknowledgedBy = who,
        };

    /// <summary>Words of all kinds, of all scripts, too many and too long, and half characters.</summary>
    private static Gen<string> Text =>
        Gen.Elements(
            "Queue", "Billing", "  ", "ß", "😀", "\ud83d", "\u0000", "\n", "\u00a0", "…", "a/b", new string('x', 120), "wartet", "顧客")
            .ListOf()
            .Select(words => string.Join(' ', words));

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Body(IncidentMessage message) => PlainText.Body(message).ReplaceLineEndings("\n");
}
