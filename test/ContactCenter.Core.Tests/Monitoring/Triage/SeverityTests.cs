using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Triage;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Monitoring.Triage;

/// <summary>How bad it is, and that the reasons add up to it. In the sample Cards is important, Technical is not.</summary>
public sealed class SeverityTests
{
    [Fact]
    public void The_catalog_gives_the_base_and_says_so()
    {
        var assessment = Assess(Changes.Wait());

        Assert.Equal(Severity.P2, assessment.Severity);
        Assert.Equal("The alarm catalog rates this P2.", Assert.Single(assessment.Reasons));
    }

    [Fact]
    public void A_severe_breach_raises_by_one_and_says_how_big_it_is()
    {
        var assessment = Assess(Changes.Wait(value: 912, threshold: 180));

        Assert.Equal(Severity.P1, assessment.Severity);
        Assert.Equal("15 min 12 s against a threshold of 3 min is severe: raised by one.", assessment.Reasons[1]);
    }

    [Fact]
    public void A_severe_drop_raises_too()
    {
        var change = Changes.Nameless("cc-prod/service-level/Billing") with { Value = 25 };

        Assert.Equal(Severity.P2, Assess(change).Severity);
    }

    [Theory]
    [InlineData("Unpromised", 599, Severity.P2)] // as in the catalog: five times the two minutes
    [InlineData("Unpromised", 600, Severity.P1)]
    [InlineData("Billing", 899, Severity.P2)] // three minutes are promised
    [InlineData("Billing", 900, Severity.P1)]
    [InlineData("Cards", 299, Severity.P2)] // one minute, where 600 s would be ten times the promise
    [InlineData("Cards", 300, Severity.P1)]
    public void What_is_severe_moves_with_what_the_queue_promises(string queue, double seconds, Severity expected) =>
        Assert.Equal(expected, Assess(Changes.Wait(queue, value: seconds)).Severity);

    [Fact]
    public void A_queue_that_promises_fifteen_minutes_has_no_P1_at_every_breach()
    {
        var patient = Desk.Sample with
        {
            Queues = [.. Desk.Sample.Queues.Select(queue => queue with { MaximumWait = TimeSpan.FromMinutes(15) })]
        };

        Assert.Equal(Severity.P2, Desk.Triage(Changes.Wait(value: 960, threshold: 900), patient).Assessment.Severity);
        Assert.Equal(Severity.P1, Desk.Triage(Changes.Wait(value: 4500, threshold: 900), patient).Assessment.Severity);
    }

    [Fact]
    public void An_alarm_that_is_found_by_its_name_is_judged_by_the_promise_of_the_resource_in_it()
    {
        var change = Changes.Nameless("cc-prod/queue-wait-time/Cards") with { Value = 310 };

        Assert.Equal(Severity.P1, Assess(change).Severity);
    }

    [Fact]
    public void A_severe_value_of_the_configuration_holds_whatever_the_queue_promises()
    {
        var configuration = Desk.Sample with
        {
            Alarms = new Dictionary<string, AlarmOverride> { ["queue-wait-time"] = new() { Severe = 400 } }
        };

        Assert.Equal(
            (Severity.P2, Severity.P1),
            (Desk.Triage(Changes.Wait(value: 399), configuration).Assessment.Severity,
                Desk.Triage(Changes.Wait(value: 400), configuration).Assessment.Severity));
    }

    [Theory]
    [InlineData("dead-letters/incidents-dead", 500)]
    [InlineData("own-function-errors/triage-alarm", 500)]
    [InlineData("delivery-behind/deliver-effects", 900_000)]
    [InlineData("topic-delivery-failed/alarms", 500)]
    [InlineData("lambda-concurrency", 100)]
    [InlineData("table-read-throttled/customers", 100_000)]
    [InlineData("index-write-throttled/customers/by-phone", 100_000)]
    [InlineData("concurrent-calls", 1)]
    [InlineData("concurrent-calls-critical", 1)]
    public void However_far_a_breach_goes_that_no_customer_feels_it_makes_no_P1(string alarm, double value)
    {
        var assessment = Assess(Changes.Nameless($"cc-prod/{alarm}") with { Value = value });

        Assert.Equal(Severity.P2, assessment.Severity);
        Assert.EndsWith(
            "is severe; it does not say that customers are not served: it stays P2.", assessment.Reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Calls_that_are_throttled_are_turned_away_and_so_a_P1() =>
        Assert.Equal(
            Severity.P1, Assess(Changes.Calls("ThrottledCalls", 0, 1) with { Comparison = AlarmComparison.GreaterThanThreshold }).Severity);

    [Fact]
    public void An_important_queue_raises_by_one()
    {
        var assessment = Assess(Changes.QueueSize("Cards"));

        Assert.Equal(Severity.P2, assessment.Severity);
        Assert.Equal("Queue Cards is of high importance: raised by one.", assessment.Reasons[1]);
    }

    [Fact]
    public void Importance_alone_makes_no_P1_and_the_reason_does_not_claim_it()
    {
        var assessment = Assess(Changes.Wait("Cards"));

        Assert.Equal(Severity.P2, assessment.Severity);
        Assert.Equal("Queue Cards is of high importance; only a severe breach makes a P1: it stays P2.", assessment.Reasons[1]);
    }

    [Fact]
    public void Two_things_that_make_it_worse_raise_once()
    {
        var assessment = Assess(Changes.QueueSize("Cards", value: 80));

        Assert.Equal(Severity.P2, assessment.Severity);
        Assert.Equal(
            "80 customers against a threshold of 25 is severe and Queue Cards is of high importance: raised by one.", assessment.Reasons[1]);
    }

    [Fact]
    public void An_unimportant_queue_lowers_by_one() =>
        Assert.Equal(
            (Severity.P3, "Queue Technical is of low importance: lowered by one."),
            (Assess(Changes.Wait("Technical")).Severity, Assess(Changes.Wait("Technical")).Reasons[1]));

    [Fact]
    public void What_is_worse_and_what_is_better_balance()
    {
        var assessment = Assess(Changes.Wait("Technical", value: 1600));

        Assert.Equal(Severity.P2, assessment.Severity);
        Assert.EndsWith("but Queue Technical is of low importance: it stays P2.", assessment.Reasons[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_business_hours_what_customers_feel_counts_less()
    {
        var assessment = Assess(Changes.Wait() with { At = Changes.Night });

        Assert.Equal((Severity.P3, "It is outside business hours: lowered by one."), (assessment.Severity, assessment.Reasons[1]));
    }

    [Fact]
    public void A_queue_that_is_served_at_night_counts_in_full_at_night()
    {
        OpeningHours always = new() { Days = [.. Enum.GetValues<DayOfWeek>()], From = TimeOnly.MinValue, To = TimeOnly.MinValue };
        var configuration = Desk.Sample with { Queues = [.. Desk.Sample.Queues.Select(queue => queue with { Hours = [always] })] };

        Assert.Equal(Severity.P2, Desk.Triage(Changes.Wait() with { At = Changes.Night }, configuration).Assessment.Severity);
    }

    [Fact]
    public void Outside_business_hours_technical_incidents_count_the_same() =>
        Assert.Equal(Severity.P2, Assess(Changes.Throttled() with { At = Changes.Night }).Severity);

    [Theory]
    [InlineData("Inbound")]
    [InlineData("Anything")]
    public void A_P1_stays_a_P1_at_night(string flow)
    {
        var assessment = Assess(Changes.FlowFailed(flow) with { At = Changes.Night });

        Assert.Equal(Severity.P1, assessment.Severity);
        Assert.Single(assessment.Reasons);
    }

    [Fact]
    public void A_P1_stays_a_P1_in_an_unimportant_queue() =>
        Assert.Equal(Severity.P1, Assess(Changes.QueueFull("Technical")).Severity);

    [Theory]
    [InlineData("2026-05-04T05:00:00Z", Severity.P2)] // 07:00 in summer: opens
    [InlineData("2026-05-04T04:59:59Z", Severity.P3)]
    [InlineData("2026-05-04T17:59:59Z", Severity.P2)]
    [InlineData("2026-05-04T18:00:00Z", Severity.P3)] // 20:00: closed
    [InlineData("2026-01-05T06:00:00Z", Severity.P2)] // 07:00 in winter
    [InlineData("2026-01-05T05:59:59Z", Severity.P3)]
    [InlineData("2026-05-02T07:00:00Z", Severity.P2)] // Saturday 09:00
    [InlineData("2026-05-02T12:00:00Z", Severity.P3)] // Saturday 14:00
    [InlineData("2026-12-25T11:00:00Z", Severity.P3)] // a Friday, but a holiday
    [InlineData("2026-12-24T11:00:00Z", Severity.P2)]
    public void Business_hours_are_those_of_the_center(string at, Severity expected) =>
        Assert.Equal(
            expected,
            Assess(Changes.Wait() with { At = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture) }).Severity);

    [Fact]
    public void A_center_without_business_hours_is_always_open()
    {
        var configuration = Desk.Sample with { BusinessHours = [] };

        Assert.Equal(Severity.P2, Desk.Triage(Changes.Wait() with { At = Changes.Night }, configuration).Assessment.Severity);
    }

    [Theory]
    [InlineData("queue-full", Severity.P2)]
    [InlineData("queue-wait-time", Severity.P3)]
    [InlineData("agents-non-productive", Severity.P4)]
    public void An_alarm_without_data_counts_one_less_because_it_may_be_the_monitoring(string id, Severity expected)
    {
        var alarm = Desk.Triage(Changes.Nameless($"cc-prod/{id}/Billing") with { State = AlarmState.InsufficientData });

        Assert.Equal((expected, "sends no data"), (alarm.Assessment.Severity, alarm.Symptom));
        Assert.Equal(
            "No data arrives, so it may be the monitoring that fails and not the service"
                + (id == "agents-non-productive" ? "." : ": lowered by one."),
            alarm.Assessment.Reasons[^1]);
    }

    [Fact]
    public void An_alarm_that_is_OK_is_rated_by_its_base_alone()
    {
        Assert.Equal(Severity.P3, Assess(Changes.QueueSize("Cards") with { State = AlarmState.Ok }).Severity);
        Assert.Equal(Severity.P2, Assess(Changes.Wait("Technical") with { State = AlarmState.Ok }).Severity);
        Assert.Single(Assess(Changes.Wait("Cards", value: 700) with { State = AlarmState.Ok }).Reasons);
    }

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(1.9, 1)]
    [InlineData(2.0, 2)]
    public void Where_the_catalog_names_no_severe_value_twice_the_threshold_is_one(double value, int reasons) =>
        Assert.Equal(reasons, Assess(Changes.Nameless("cc-prod/trail-changed/prod") with { Value = value }).Reasons.Length);

    [Fact]
    public void Of_a_threshold_of_nothing_no_multiple_is_severe() =>
        Assert.Single(Assess(Changes.Nameless("cc-prod/tasks-rejected") with { Value = 3 }).Reasons);

    [Theory]
    [InlineData("""{"severity":"P1"}""", Severity.P1)]
    [InlineData("""{"severity":"critical"}""", Severity.P1)]
    [InlineData("""{"severity":"p2"}""", Severity.P2)]
    [InlineData("""{"severity":" High "}""", Severity.P2)]
    [InlineData("""{"severity":"P3"}""", Severity.P3)]
    [InlineData("""{"Severity":"medium"}""", Severity.P3)]
    [InlineData("""  {"severity":"P4"}""", Severity.P4)]
    [InlineData("""{"severity":"low"}""", Severity.P4)]
    public void An_alarm_that_is_not_in_the_catalog_may_rate_itself(string description, Severity expected)
    {
        var alarm = Desk.Triage(Changes.Nameless("other") with { Description = description });

        Assert.Equal(expected, alarm.Assessment.Severity);
        Assert.Equal($"The alarm's own description rates it {expected}.", alarm.Assessment.Reasons[0]);
    }

    [Fact]
    public void The_description_may_also_name_group_runbook_and_owner()
    {
        var alarm = Desk.Triage(Changes.Nameless("other") with
        {
            Description = """{"group":"payment","runbook":"pay","owner":"payments"}"""
        });

        Assert.Equal(("payment", "pay", "payments"), (alarm.Key.Group, alarm.Runbook, alarm.Owner));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(0, false)]
    public void A_word_of_a_description_has_up_to_64_letters(int letters, bool counts)
    {
        var word = new string('r', letters);

        var alarm = Desk.Triage(Changes.Nameless("other") with { Description = $$"""{"runbook":"{{word}}"}""" });

        Assert.Equal(counts ? word : "unknown-alarm", alarm.Runbook);
    }

    [Theory]
    [InlineData("AWS/Connect", "CallsRejectedSomehow", Severity.P1, "Amazon Connect turns customers away.")]
    [InlineData("AWS/Connect", "FatalSomething", Severity.P1, "Amazon Connect turns customers away.")]
    [InlineData("AWS/Connect", "SomethingBreachingQuota", Severity.P1, "Amazon Connect turns customers away.")]
    [InlineData("AWS/Connect", "ThrottledCallsSomehow", Severity.P1, "Amazon Connect turns customers away.")]
    [InlineData("AWS/Connect", "PublicSigningKeyUsage", Severity.P2, "Troubles of Amazon Connect itself reach customers.")]
    [InlineData("AWS/Lex", "KendraSystemErrors", Severity.P1, "The IVR cannot answer without its bot.")]
    [InlineData("AWS/Lex", "RuntimeUserErrors", Severity.P2, "Callers talk to this bot.")]
    [InlineData("AWS/Lambda", "DeadLetterErrors", Severity.P2, "A function fails; a contact flow may depend on it.")]
    [InlineData("AWS/Lambda", "Throttles", Severity.P2, "A function fails; a contact flow may depend on it.")]
    [InlineData("AWS/Lambda", "Invocations", Severity.P3, "Nothing is known about this alarm, so it needs a look.")]
    [InlineData("AWS/DynamoDB", "ReadKeyRangeThrottleEvents", Severity.P2, "A table turns requests away; functions depend on it.")]
    [InlineData("AWS/DynamoDB", "StreamSystemErrors", Severity.P2, "A table turns requests away; functions depend on it.")]
    [InlineData("AWS/ApiGateway", "5xx", Severity.P2, "An API fails.")]
    [InlineData("AWS/ApiGateway", "5XXError", Severity.P2, "An API fails.")]
    [InlineData("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", Severity.P2, "An API fails.")]
    [InlineData("AWS/ApiGateway", "4xx", Severity.P3, "Nothing is known about this alarm, so it needs a look.")]
    [InlineData("AWS/EC2", "CPUUtilization", Severity.P4, "A limit comes closer.")]
    [InlineData("Shop", "StockUtilisation", Severity.P4, "A limit comes closer.")]
    [InlineData("Shop", "DiskPercent", Severity.P4, "A limit comes closer.")]
    [InlineData("Shop", "FreeCapacity", Severity.P4, "A limit comes closer.")]
    [InlineData("Shop", "Orders", Severity.P3, "Nothing is known about this alarm, so it needs a look.")]
    public void An_alarm_that_nobody_has_rated_is_rated_by_what_it_measures(
        string @namespace, string metric, Severity expected, string reason)
    {
        var assessment = Assess(Changes.Of("x", @namespace, metric, null, null, ("Name", "y")));

        Assert.Equal(expected, assessment.Severity);
        Assert.Equal($"{reason} It is not in the alarm catalog, so {expected} by what it measures.", assessment.Reasons[0]);
    }

    [Fact]
    public void A_composite_alarm_that_nobody_has_rated_is_a_P2()
    {
        var assessment = Assess(Changes.Composite());

        Assert.Equal(Severity.P2, assessment.Severity);
        Assert.StartsWith("A combination of alarms is red", assessment.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_metric_that_is_not_in_the_catalog_no_size_is_called_severe()
    {
        AlarmChange Orders(double value) => Changes.Of("x", "Shop", "Orders", value, 10, ("Name", "y"));

        Assert.Equal((Severity.P3, Severity.P3), (Assess(Orders(11)).Severity, Assess(Orders(2000)).Severity));
    }

    [Fact]
    public void A_changed_severity_of_the_configuration_is_the_base()
    {
        var configuration = Desk.Sample with
        {
            Alarms = new Dictionary<string, AlarmOverride> { ["queue-wait-time"] = new() { Severity = Severity.P4 } }
        };

        Assert.Equal(Severity.P4, Desk.Triage(Changes.Wait(), configuration).Assessment.Severity);
    }

    [Fact]
    public void Reasons_always_add_up_to_the_severity() => Prop
        .ForAll(AnyChange.ToArbitrary(), change =>
        {
            var (severity, reasons) = Assess(change);
            var text = string.Join(" ", reasons);
            var rated = Enum.GetValues<Severity>().Single(candidate => Says(reasons[0], candidate));
            var raised = Count(text, "raised by one");
            var lowered = Count(text, "lowered by one");
            Assert.InRange(raised + lowered, 0, 1);
            Assert.Equal((int)rated - raised + lowered, (int)severity);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_rated_P1_in_alarm_is_never_lowered() => Prop
        .ForAll(AnyChange.ToArbitrary(), change =>
        {
            var alarm = change with { State = AlarmState.Alarm, AlarmName = "cc-prod/nobody-serves-queue/Technical" };
            Assert.Equal(Severity.P1, Assess(alarm).Severity);
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static Gen<AlarmChange> AnyChange { get; } =
        from change in Gen.Elements(
            Changes.Wait("Billing"), Changes.Wait("Cards"), Changes.Wait("Technical"), Changes.QueueSize("Cards"),
            Changes.QueueSize("Technical"),
            Changes.QueueFull("Technical"), Changes.FlowFailed(), Changes.Throttled(), Changes.Throttled(index: "by-phone"),
            Changes.FunctionErrors(5),
            Changes.Composite(), Changes.Nameless("cc-prod/sentiment/Technical"),
            Changes.Nameless("cc-prod/agents-non-productive/Generalists"),
            Changes.Nameless("cc-prod/dead-letters/x"), Changes.Of("own", "Shop", "Orders", 1, 1, ("QueueName", "Technical")))
        from state in Gen.Elements(Enum.GetValues<AlarmState>())
        from value in Gen.Elements<double?>(null, -10, 0, 1, 50, 130, 700, 1e6)
        from hours in Gen.Choose(0, 24 * 400)
        from description in Gen.Elements(null, """{"severity":"P1"}""", """{"severity":"P4"}""")
        select change with { State = state, Value = value, At = Changes.Noon.AddHours(hours), Description = description };

    private static SeverityAssessment Assess(AlarmChange change) => Desk.Triage(change).Assessment;

    private static bool Says(string reason, Severity severity) =>
        reason == $"The alarm catalog rates this {severity}."
        || reason.EndsWith($"rates it {severity}.", StringComparison.Ordinal)
        || reason.EndsWith($"so {severity} by what it measures.", StringComparison.Ordinal);

    private static int Count(string text, string words) => text.Split(words).Length - 1;
}
