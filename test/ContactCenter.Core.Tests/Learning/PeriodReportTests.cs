using System.Diagnostics;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Core.Tests.Learning;

/// <summary>Every number of a report is counted again here, from the contacts and events of a generated year themselves.</summary>
public sealed class PeriodReportTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly GeneratedYear Year = new(7);
    private static readonly ReportSources Sources = Year.Sources();

    /// <summary>March, in which clocks are put forward.</summary>
    private static readonly DateTime First = new(2026, 3, 1);

    private static readonly PeriodReport Report = PeriodReport.Of(
        ReportPeriod.Month(new DateOnly(2026, 3, 15), Zone), Sources, ServiceLevelFormula.AbandonedMissed);

    private static IEnumerable<GeneratedContact> Contacts => Year.Contacts.Where(static one => IsIn(one.At, 0));

    private static IncidentRecord[] Incidents => [.. Year.Incidents.Where(static one => IsIn(one.DetectedAt, 0))];

    [Fact]
    public void Contacts_of_the_period_and_the_one_before_are_those_that_came_in_them()
    {
        Assert.Equal(Contacts.Count(), Report.Totals.Offered);
        Assert.Equal(Year.Contacts.Count(static one => IsIn(one.At, -1)), Report.Before.Offered);
        Assert.Equal(Contacts.Where(static one => one.IsAnswered).Sum(static one => (long)one.WaitSeconds), Report.Totals.AnswerSeconds);
        Assert.Equal(Contacts.Max(static one => one.WaitSeconds), Report.Totals.LongestWait);
        Assert.Equal(Contacts.Count(static one => one.IsTransferred), Report.Totals.Transferred);
        Assert.Equal(
            Contacts.Where(static one => one.IsAnswered).Average(static one => one.HandleSeconds), Report.Totals.MeanHandling!.Value, 6);
        Assert.Equal(
            Contacts.Where(static one => !one.IsAnswered).Average(static one => one.WaitSeconds), Report.Totals.MeanPatience!.Value, 6);
    }

    [Fact]
    public void A_service_level_by_each_formula_is_that_of_the_contacts()
    {
        var all = Contacts.ToArray();
        double Count(Func<GeneratedContact, bool> of) => all.Count(of);
        static bool Soon(GeneratedContact one) => one.WaitSeconds < GeneratedYear.TargetSeconds;
        var answered = Count(static one => one.IsAnswered && Soon(one));

        Assert.Equal(Count(Soon) / all.Length, Report.Totals.By(ServiceLevelFormula.AmazonConnect).Value!.Value, 9);
        Assert.Equal(Count(Soon) / all.Length, Report.Totals.By(ServiceLevelFormula.AbandonedMet).Value!.Value, 9);
        Assert.Equal(
            answered / Count(static one => one.IsAnswered), Report.Totals.By(ServiceLevelFormula.AbandonedIgnored).Value!.Value, 9);
        Assert.Equal(answered / all.Length, Report.Totals.By(ServiceLevelFormula.AbandonedMissed).Value!.Value, 9);
        Assert.Equal(
            answered / Count(static one => one.IsAnswered || !Soon(one)),
            Report.Totals.By(ServiceLevelFormula.EarlyAbandonedRemoved).Value!.Value, 9);
    }

    [Fact]
    public void Each_queue_and_channel_has_its_own_contacts_and_burns_its_own_budget()
    {
        Assert.Equal(4, Report.Queues.Length);
        foreach (var queue in Report.Queues)
        {
            var its = Contacts.Where(one => one.Queue == queue.Queue && one.Channel == queue.Channel).ToArray();
            var soon = its.Count(static one => one is { IsAnswered: true, WaitSeconds: < GeneratedYear.TargetSeconds });

            Assert.Equal(new Share(soon, its.Length), queue.Totals.By(Report.Formula));
            Assert.Equal((1 - ((double)soon / its.Length)) / 0.2, queue.Burn(Report.Formula)!.Value, 6);
        }
    }

    [Fact]
    public void The_wait_of_half_and_of_nine_in_ten_lies_where_it_is_said_to_be_for_who_was_answered_and_who_gave_up()
    {
        Assert.Equal(
            Report.Queues.Select(static one => (one.Queue, one.Channel)), Report.Waits.Select(static one => (one.Queue, one.Channel)));
        foreach (var section in Report.Waits)
        {
            foreach (var (counts, isAnswered) in new[] { (section.Answered, true), (section.Abandoned, false) })
            {
                int[] waits =
                [
                    .. Contacts.Where(one => one.Queue == section.Queue && one.Channel == section.Channel && one.IsAnswered == isAnswered
                            && TimeZoneInfo.ConvertTime(one.At, Zone).Day != 11)
                        .Select(static one => one.WaitSeconds).Order(),
                ];

                Assert.Equal(waits.Length, counts.All);
                Assert.All(counts.Below, step => Assert.Equal(waits.Count(wait => wait < step.Key), step.Value));
                foreach (var (quantile, share) in new[] { (counts.Median!.Value, 0.5m), (counts.Ninetieth!.Value, 0.9m) })
                {
                    // the smallest wait that so many had at most
                    var exact = waits[(int)Math.Ceiling(waits.Length * share) - 1];
                    Assert.InRange(exact, quantile.From, (quantile.To ?? int.MaxValue) - 1);
                    Assert.InRange(quantile.Seconds!.Value, quantile.From, quantile.To!.Value);
                }
            }
        }

        Assert.All(Report.WaitGaps, static gap => Assert.Equal((1, 31), (gap.Missing, gap.All)));
        Assert.Equal(GeneratedYear.Center.Queues.Count, Report.WaitGaps.Length);
    }

    [Fact]
    public void Of_a_center_that_has_kept_nothing_of_waits_every_day_is_missing_and_no_percentile_is_told()
    {
        var report = PeriodReport.Of(
            ReportPeriod.Month(new DateOnly(2026, 3, 15), Zone), Sources with { Waits = [] }, ServiceLevelFormula.AbandonedMissed);

        Assert.Empty(report.Waits);
        Assert.All(report.WaitGaps, static gap => Assert.Equal((31, 31), (gap.Missing, gap.All)));
    }

    [Fact]
    public void Days_are_those_of_the_clock_on_the_wall()
    {
        var days = Contacts.GroupBy(static one => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.At, Zone).Date))
            .ToDictionary(static day => day.Key, static day => (long)day.Count());

        Assert.Equal(31, Report.Days.Length);
        Assert.All(Report.Days, day => Assert.Equal(days.GetValueOrDefault(day.Day), day.Totals.Offered));
    }

    [Fact]
    public void Incidents_are_counted_by_severity_with_their_promises_and_times()
    {
        foreach (var section in Report.Severities)
        {
            var its = Incidents.Where(one => one.Severity == section.Severity).ToArray();
            var taken = its.Select(static one => one.AcknowledgedAt - one.BeganAt).OfType<TimeSpan>().Order().ToArray();

            Assert.Equal(its.Length, section.Count);
            Assert.Equal(its.Count(static one => one.Acknowledged == PromiseOutcome.Kept), section.Acknowledged.Met);
            Assert.Equal(its.Count(static one => one.Resolved != PromiseOutcome.Open), section.Resolved.Of);
            Assert.Equal(taken.Length, section.ToAcknowledge.Count);
            Assert.True(taken.Count(one => one <= section.ToAcknowledge.Median) * 2 >= taken.Length);
            Assert.True(taken.Count(one => one < section.ToAcknowledge.Median) * 2 <= taken.Length);
            Assert.True(taken.Count(one => one <= section.ToAcknowledge.Ninetieth) >= 0.9 * taken.Length);
        }

        Assert.Equal(Incidents.Length, Report.Owners.Sum(static owner => owner.Count));
        Assert.Equal(Incidents.Count(static one => one.Severity is Severity.P1 or Severity.P2), Report.Grave);
    }

    [Fact]
    public void Whom_incidents_reached_at_night_and_at_weekends_is_by_the_clock_on_the_wall()
    {
        foreach (var audience in Report.Paged)
        {
            var first = Incidents.Select(one => one.Reached.FirstOrDefault(endpoint => endpoint.Audience == audience.Audience)?.FirstAt)
                .OfType<DateTimeOffset>().Select(static at => TimeZoneInfo.ConvertTime(at, Zone)).ToArray();

            Assert.Equal(
                (first.Length, first.Count(static at => at.Hour is >= 22 or < 6),
                    first.Count(static at => at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)),
                (audience.Incidents, audience.AtNight, audience.AtWeekend));
        }
    }

    [Fact]
    public void A_part_is_down_in_every_minute_in_which_a_P1_is_open_on_it_and_each_minute_counts_once()
    {
        foreach (var part in Report.Availability)
        {
            var its = Year.Incidents.Where(one => $"{one.Group} {one.Resource}" == part.Part
                && one is { Severity: Severity.P1, Verdict: null or VerdictKind.Real }).ToArray();
            var period = ReportPeriod.Month(new DateOnly(2026, 3, 1), Zone);
            var down = 0;
            for (var at = period.From; at < period.To; at = at.AddMinutes(1))
            {
                down += its.Any(one => one.BeganAt <= at && at < (one.MitigatedAt ?? period.To)) ? 1 : 0;
            }

            Assert.Equal(down, part.Down.TotalMinutes, 6);
            Assert.Equal((31 * 24) - 1, part.Of.TotalHours);
        }
    }

    [Fact]
    public void Alarms_are_counted_by_their_own_changes()
    {
        Assert.Equal(PeriodReport.MaximumAlarms, Report.Alarms.Length);
        foreach (var alarm in Report.Alarms)
        {
            var moments = Year.Alarms.Where(day => day.Name == alarm.Name).SelectMany(static day => day.Moments)
                .Where(static moment => IsIn(moment.At, 0)).ToArray();
            var its = Incidents.Where(one => one.Alarms.Any(mention => mention.Name == alarm.Name)).ToArray();

            Assert.Equal(
                (moments.Count(static moment => moment.State == AlarmState.Alarm), moments.Length, its.Length,
                    its.Count(static one => one.Acts.Length > 0),
                    its.Count(static one => one.Verdict is VerdictKind.Noise or VerdictKind.Expected)),
                (alarm.Fired, alarm.Changes, alarm.Incidents, alarm.Acted, alarm.Noise));
        }
    }

    [Fact]
    public void Repairs_are_counted_with_what_they_cost_and_saved()
    {
        foreach (var repair in Report.Repairs)
        {
            var its = Year.Leases.Where(one => IsIn(one.GrantedAt, 0) && one.Remediation == repair.Remediation).ToArray();

            Assert.Equal(its.Length, repair.Count);
            Assert.Equal(its.Sum(static one => one.Dollars ?? 0), repair.Dollars, 9);
            Assert.Equal(its.Count(static one => one.Helped == true), repair.Helped.Met);
            Assert.Equal(its.Count(static one => one.Dollars is null), repair.UnknownCost);
        }
    }

    [Fact]
    public void Topics_are_those_of_the_contacts_that_said_something_and_a_key_is_none()
    {
        var heard = Year.Heard.Where(static one => one.Day is { Year: 2026, Month: 3 }).ToArray();

        Assert.Equal(["billing", "delivery"], Report.Customers.Topics.Select(static topic => topic.Topic).Order(StringComparer.Ordinal));
        Assert.All(Report.Customers.Topics, topic =>
        {
            var its = heard.Where(one => one.Topic == topic.Topic).ToArray();
            Assert.Equal(its.Length, topic.Contacts);
            Assert.Equal(Year.Heard.Count(one => one.Day is { Year: 2026, Month: 2 } && one.Topic == topic.Topic), topic.Before);
            Assert.Equal(its.Average(static one => one.Sentiment)!.Value, topic.Sentiment!.Value, 6);
        });
        Assert.Equal(
            new Share(heard.Count(static one => one.Topic == "unsure"), heard.Count(static one => one.Topic != "menu")),
            Report.Customers.NotUnderstood);
    }

    [Fact]
    public void Who_gave_one_of_the_two_best_ratings_is_satisfied_and_a_comment_alone_is_no_rating()
    {
        var rated = Year.Surveys.Where(static one => one.Rating is not null && IsIn(one.At, 0)).ToArray();

        Assert.Equal(
            new Satisfaction(rated.Length, rated.Count(static one => one.Rating is 4 or 5), rated.Sum(static one => one.Rating!.Value)),
            Report.Customers.Satisfaction);
        Assert.Equal(
            Year.Surveys.Count(static one => one.Rating is not null && IsIn(one.At, -1)), Report.Customers.Before.Rated);
        Assert.All(Report.Customers.Topics, topic => Assert.Equal(
            rated.Count(one => one.Topic == topic.Topic && one.Rating is 4 or 5), topic.Satisfaction.Satisfied));
    }

    /// <summary>The example of R. G. Newcombe (1998), Statistics in Medicine 17, 857: 81 of 263 lie between 0.2553 and 0.3662.</summary>
    [Fact]
    public void Satisfaction_says_between_what_it_lies()
    {
        var interval = new Satisfaction(263, 81, 0).Interval!;

        Assert.Equal((0.2553, 0.3662), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
        Assert.Null(new Satisfaction().Interval);
    }

    [Fact]
    public void Who_needed_no_other_contact_is_counted_by_the_contacts_that_came_too_soon_after_one()
    {
        var returned = Year.Returned.Where(static one => one.Day is { Year: 2026, Month: 3 }).ToArray();

        Assert.Equal(new Share(returned.Count(static one => !one.IsAgain), returned.Length), Report.Customers.First);
        Assert.Equal(Year.Returned.Count(static one => one.Day is { Year: 2026, Month: 2 }), Report.Customers.FirstBefore.Of);
        Assert.All(Report.Customers.Topics, topic => Assert.Equal(
            new Share(returned.Count(one => one.Topic == topic.Topic && one.IsAgain), returned.Count(one => one.Topic == topic.Topic)),
            topic.Again));
    }

    [Fact]
    public void Dialogues_are_contained_where_nobody_took_them_over()
    {
        var held = Year.Dialogues.Where(static one => one.Day is { Year: 2026, Month: 3 }).ToArray();

        Assert.Equal(new Share(held.Count(static one => one.IsDone), held.Length), Report.SelfService!.Contained);
        Assert.Equal(Year.Dialogues.Count(static one => one.Day is { Year: 2026, Month: 2 }), Report.SelfService.ContainedBefore.Of);
        Assert.Equal(2, Report.SelfService.Dialogues.Length);
        Assert.All(Report.SelfService.Dialogues, dialogue => Assert.Equal(
            new Share(held.Count(one => one.Name == dialogue.Dialogue && one.IsDone), held.Count(one => one.Name == dialogue.Dialogue)),
            dialogue.Contained));
    }

    [Fact]
    public void Agents_are_counted_by_profile_and_half_hours_without_contacts_are_no_zeros()
    {
        foreach (var profile in Report.Profiles)
        {
            var its = Year.Profiles.Where(one => one.Profile == profile.Profile && IsIn(one.At, 0)).ToArray();
            var known = its.Where(static one => one.Handled is not null).ToArray();

            Assert.Equal(
                (its.Sum(static one => one.ContactSeconds), known.Sum(static one => one.Handled),
                    known.Sum(static one => one.HandleSeconds), known.Sum(static one => one.HoldSeconds),
                    known.Sum(static one => one.TransferredOut), its.Length - known.Length),
                (profile.ContactSeconds, profile.Handled, profile.HandleSeconds, profile.HoldSeconds, profile.Transferred,
                    profile.Unknown));
            Assert.True(profile.Unknown > 0);
        }
    }

    [Fact]
    public void Exercises_are_those_of_the_quarter_with_their_aims_and_who_did_something()
    {
        Assert.Equal(
            ["exercise-3", "exercise-2", "exercise-1"], Report.Practised.Exercises.Select(static exercise => exercise.Id));
        Assert.All(Report.Practised.Exercises, static exercise => Assert.Equal(new Share(1, 2), exercise.Aims));
        Assert.Equal([1, 0, 1], Report.Practised.Exercises.Select(static exercise => exercise.People));
    }

    [Fact]
    public void Topics_stand_first_where_most_customers_were_not_satisfied()
    {
        long[] unsatisfied = [.. Report.Customers.Topics.Select(static one => one.Satisfaction.Rated - one.Satisfaction.Satisfied)];

        Assert.Equal(unsatisfied.OrderDescending(), unsatisfied);
    }

    [Fact]
    public void What_is_overdue_stands_first_and_what_is_done_not_at_all() => Assert.Equal(
        [("Raise the limit.", true), ("Add an alarm for the table.", false)],
        Report.Actions.Select(static one => (one.Action.Text, one.IsOverdue)));

    [Fact]
    public void Half_hours_that_nobody_has_read_are_told_as_gaps() => Assert.All(
        Report.Gaps, static gap => Assert.Equal((2, 1486), (gap.Missing, gap.All)));

    [Fact]
    public void A_month_of_a_year_takes_less_than_ten_seconds_of_a_processor()
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();

        _ = PeriodReport.Of(ReportPeriod.Month(new DateOnly(2026, 11, 1), Zone), Sources, ServiceLevelFormula.AmazonConnect);

        // other tests run beside it: the clock on the wall bounds it too
        Assert.True(Math.Min((Environment.CpuUsage.TotalTime - before).TotalSeconds, watch.Elapsed.TotalSeconds) < 10);
    }

    private static bool IsIn(DateTimeOffset at, int months)
    {
        var wall = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        return wall >= First.AddMonths(months) && wall < First.AddMonths(months + 1);
    }
}
