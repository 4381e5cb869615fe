using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Documents.Papers;

namespace ContactCenter.Documents.Reports;

/// <summary>
/// The numbers of a report for programs: as JSON the report itself, as CSV a line for each number with what it is made of.
/// </summary>
public static class ReportFigures
{
    /// <summary>A line for each number: section, of what, name, value, and for shares what is above and below.</summary>
    public static string Csv(PeriodReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder("section,of,name,value,numerator,denominator\n");
        Queue(text, "total", "", report.Totals, report.Formula);
        Queue(text, "totalBefore", "", report.Before, report.Formula);
        foreach (var queue in report.Queues)
        {
            Queue(text, "queue", $"{queue.Queue} {queue.Channel}", queue.Totals, report.Formula);
        }

        foreach (var one in report.Waits)
        {
            Waits(text, $"{one.Queue} {one.Channel}", "answered", one.Answered);
            Waits(text, $"{one.Queue} {one.Channel}", "abandoned", one.Abandoned);
        }

        foreach (var day in report.Days)
        {
            Queue(text, "day", day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Totals, report.Formula);
        }

        foreach (var profile in report.Profiles)
        {
            Of(text, "profile", profile.Profile, "occupancy", profile.Occupancy);
            Line(text, "profile", profile.Profile, "onlineSeconds", profile.OnlineSeconds);
            Line(text, "profile", profile.Profile, "handled", profile.Handled);
            Line(text, "profile", profile.Profile, "handleSeconds", profile.HandleSeconds);
            Line(text, "profile", profile.Profile, "holdSeconds", profile.HoldSeconds);
            Of(text, "profile", profile.Profile, "transferred", profile.TransferredShare);
        }

        Customers(text, report.Customers);
        Comments(text, report.Comments);
        Coaching(text, report.Coaching);
        SelfService(text, report.SelfService);
        Practised(text, report.Practised);
        foreach (var severity in report.Severities)
        {
            var name = $"{severity.Severity}";
            Line(text, "severity", name, "incidents", severity.Count);
            Line(text, "severity", name, "incidentsBefore", severity.Before);
            Of(text, "severity", name, "acknowledgedInTime", severity.Acknowledged);
            Of(text, "severity", name, "resolvedInTime", severity.Resolved);
            Line(text, "severity", name, "secondsToAcknowledgeMedian", severity.ToAcknowledge.Median?.TotalSeconds);
            Line(text, "severity", name, "secondsToAcknowledgeNinetieth", severity.ToAcknowledge.Ninetieth?.TotalSeconds);
            Line(text, "severity", name, "secondsToResolveMedian", severity.ToResolve.Median?.TotalSeconds);
            Line(text, "severity", name, "secondsToResolveNinetieth", severity.ToResolve.Ninetieth?.TotalSeconds);
        }

        Line(text, "incidents", "", "grave", report.Grave);
        Line(text, "incidents", "", "graveBefore", report.GraveBefore);
        Line(text, "incidents", "", "atNight", report.AtNight);
        Line(text, "incidents", "", "atNightBefore", report.AtNightBefore);
        foreach (var one in report.Paged)
        {
            Line(text, "audience", one.Audience, "incidents", one.Incidents);
            Line(text, "audience", one.Audience, "atNight", one.AtNight);
            Line(text, "audience", one.Audience, "atWeekend", one.AtWeekend);
        }

        foreach (var part in report.Availability)
        {
            Line(text, "availability", part.Part, "downSeconds", part.Down.TotalSeconds);
            Line(text, "availability", part.Part, "available", part.Share);
        }

        foreach (var alarm in report.Alarms)
        {
            Line(text, "alarm", alarm.Name, "fired", alarm.Fired);
            Line(text, "alarm", alarm.Name, "changes", alarm.Changes);
            Line(text, "alarm", alarm.Name, "incidents", alarm.Incidents);
            Line(text, "alarm", alarm.Name, "acted", alarm.Acted);
            Line(text, "alarm", alarm.Name, "noise", alarm.Noise);
        }

        foreach (var advice in report.Advice)
        {
            Line(text, "advice", advice.Alarm, "firings", advice.Today.Firings);
            Line(text, "advice", advice.Alarm, "noise", advice.Today.Noise);
            Line(text, "advice", advice.Alarm, "firingsThen", advice.Then.Firings);
            Line(text, "advice", advice.Alarm, "noiseThen", advice.Then.Noise);
        }

        foreach (var queue in report.Forecasts)
        {
            Forecast(text, queue);
        }

        foreach (var trend in report.Trends)
        {
            Trend(text, trend);
        }

        foreach (var repair in report.Repairs)
        {
            Line(text, "repair", repair.Remediation, "count", repair.Count);
            Of(text, "repair", repair.Remediation, "helped", repair.Helped);
            Line(text, "repair", repair.Remediation, "dollars", repair.Dollars);
            Line(text, "repair", repair.Remediation, "requestsSaved", repair.RequestsSaved);
        }

        foreach (var gap in report.Gaps)
        {
            Line(text, "gap", gap.Of, "missingHalfHours", gap.Missing);
        }

        foreach (var gap in report.WaitGaps)
        {
            Line(text, "gap", gap.Of, "missingWaitDays", gap.Missing);
        }

        return text.ToString();
    }

    private static void Queue(StringBuilder text, string section, string of, QueueTotals totals, ServiceLevelFormula formula)
    {
        Of(text, section, of, "serviceLevel", totals.By(formula));
        Of(text, section, of, "abandoned", totals.AbandonedShare);
        Line(text, section, of, "offered", totals.Offered);
        Line(text, section, of, "answered", totals.Answered);
        Line(text, section, of, "answerSeconds", totals.AnswerSeconds);
        Line(text, section, of, "abandonSeconds", totals.AbandonSeconds);
        Line(text, section, of, "longestWaitSeconds", totals.LongestWait);
        Line(text, section, of, "handled", totals.Handled);
        Line(text, section, of, "handleSeconds", totals.HandleSeconds);
        Line(text, section, of, "transferred", totals.Transferred);
        Line(text, section, of, "missed", totals.Missed);
    }

    /// <summary>The counts of which percentiles are made, too: whoever adds up several files adds these up.</summary>
    private static void Waits(StringBuilder text, string of, string who, WaitCounts waits)
    {
        foreach (var (step, count) in waits.Below)
        {
            Of(text, "wait", of, string.Create(CultureInfo.InvariantCulture, $"{who}Within{step}Seconds"), new Share(count, waits.All));
        }

        foreach (var (name, quantile) in new[] { ("Median", waits.Median), ("Ninetieth", waits.Ninetieth) })
        {
            Line(text, "wait", of, $"{who}{name}Seconds", quantile?.Seconds);
            Line(text, "wait", of, $"{who}{name}FromSeconds", quantile?.From);
            Line(text, "wait", of, $"{who}{name}ToSeconds", quantile?.To);
        }
    }

    private static void Customers(StringBuilder text, CustomerSection customers)
    {
        Of(text, "customers", "", "satisfied", customers.Satisfaction.Share);
        Of(text, "customers", "", "satisfiedBefore", customers.Before.Share);
        Of(text, "customers", "", "notUnderstood", customers.NotUnderstood);
        Of(text, "customers", "", "first", customers.First);
        Of(text, "customers", "", "firstBefore", customers.FirstBefore);
        foreach (var topic in customers.Topics)
        {
            Line(text, "topic", topic.Topic, "contacts", topic.Contacts);
            Line(text, "topic", topic.Topic, "contactsBefore", topic.Before);
            Line(text, "topic", topic.Topic, "sentiment", topic.Sentiment);
            Of(text, "topic", topic.Topic, "satisfied", topic.Satisfaction.Share);
            Of(text, "topic", topic.Topic, "again", topic.Again);
        }
    }

    private static void Comments(StringBuilder text, CommentDigest comments)
    {
        foreach (var topic in comments.Topics)
        {
            Line(text, "comments", topic.Name, "comments", topic.Count);
            Of(text, "comments", topic.Name, "negative", topic.NegativeShare);
            Line(text, "comments", topic.Name, "positive", topic.Positive);
            Of(text, "comments", topic.Name, "lowRatings", topic.Ratings.LowShare);
            Line(text, "comments", topic.Name, "meanRating", topic.Ratings.Mean?.Value);
        }

        foreach (var gain in comments.Gains)
        {
            Line(text, "comments", gain.Topic, comments.IsByRating ? "meanGain" : "negativeGain", gain.Value);
            Line(text, "comments", gain.Topic, comments.IsByRating ? "meanGainLow" : "negativeGainLow", gain.Low);
            Line(text, "comments", gain.Topic, comments.IsByRating ? "meanGainHigh" : "negativeGainHigh", gain.High);
        }
    }

    private static void Coaching(StringBuilder text, CoachingSection? coaching)
    {
        if (coaching is null)
        {
            return;
        }

        Line(text, "coaching", "", "leftOut", coaching.LeftOut);
        Line(text, "coaching", "", "compared", coaching.Compared);
        foreach (var figure in coaching.Figures)
        {
            var (of, name) = ($"{figure.Group ?? "all"} {figure.Of}", JsonNamingPolicy.CamelCase.ConvertName($"{figure.Measure}"));
            Line(text, "coaching", of, name, figure.Value.Value);
            Line(text, "coaching", of, $"{name}Count", figure.Value.Count);
            Line(text, "coaching", of, $"{name}Low", figure.Value.Low);
            Line(text, "coaching", of, $"{name}High", figure.Value.High);
            Line(text, "coaching", of, $"{name}Own", figure.Own);
            Line(text, "coaching", of, $"{name}Others", figure.Others?.Value);
            Line(text, "coaching", of, $"{name}OthersCount", figure.Others?.Count);
            Line(text, "coaching", of, $"{name}DifferenceLow", figure.Difference?.Low);
            Line(text, "coaching", of, $"{name}DifferenceHigh", figure.Difference?.High);
            Line(text, "coaching", of, $"{name}Hint", figure.IsHint ? 1 : 0);
        }
    }

    private static void SelfService(StringBuilder text, SelfServiceSection? selfService)
    {
        if (selfService is null)
        {
            return;
        }

        Of(text, "selfService", "", "answered", selfService.Answered);
        Of(text, "selfService", "", "helped", selfService.Helped);
        Of(text, "selfService", "", "helpedBefore", selfService.HelpedBefore);
        Of(text, "selfService", "", "contained", selfService.Contained);
        Of(text, "selfService", "", "containedBefore", selfService.ContainedBefore);
        foreach (var one in selfService.Dialogues)
        {
            Of(text, "dialogue", one.Dialogue, "contained", one.Contained);
            Line(text, "dialogue", one.Dialogue, "toAgent", one.ToAgent);
            Line(text, "dialogue", one.Dialogue, "functionFailed", one.Failed);
        }
    }

    private static void Practised(StringBuilder text, PractiseSection practised)
    {
        foreach (var one in practised.Exercises)
        {
            Of(text, "exercise", one.Id, "aims", one.Aims);
            Line(text, "exercise", one.Id, "people", one.People);
        }

        foreach (var one in practised.Schedules)
        {
            Of(text, "schedule", one.Schedule, "practised", one.Practised);
        }

        Line(text, "practised", "", "failovers", practised.Failovers);
        foreach (var one in practised.Reached)
        {
            Of(text, "reach", one.Audience, "arrived", one.Arrived);
            Line(text, "reach", one.Audience, "refused", one.Refused);
            Line(text, "reach", one.Audience, "unproven", one.Unproven);
            Line(text, "reach", one.Audience, "untested", one.Untested);
        }
    }

    private static void Forecast(StringBuilder text, ForecastSection queue)
    {
        if (queue.Accuracy is { } accuracy)
        {
            Line(text, "forecast", queue.Queue, "counted", accuracy.Counted);
            Line(text, "forecast", queue.Queue, "forecast", accuracy.Forecast);
            Line(text, "forecast", queue.Queue, "wapeByHalfHour", accuracy.Wape);
            Line(text, "forecast", queue.Queue, "wapeByChance", accuracy.Floor);
            Line(text, "forecast", queue.Queue, "wapeByDay", accuracy.WapeOfDays);
            Line(text, "forecast", queue.Queue, "bias", accuracy.Bias);
        }

        foreach (var week in queue.Weeks)
        {
            var of = string.Create(CultureInfo.InvariantCulture, $"{queue.Queue} {week.FirstDay:yyyy-MM-dd}");
            Line(text, "expected", of, "contacts", week.Contacts);
            Line(text, "expected", of, "peakAgents", week.PeakAgents);
            Line(text, "expected", of, "agentHours", week.AgentHours);
        }
    }

    private static void Trend(StringBuilder text, TrendSection trend)
    {
        var of = $"{trend.Name} {trend.Of}".TrimEnd();
        Line(text, "trend", of, "level", trend.Level);
        Line(text, "trend", of, "percentInMonth", trend.PercentInMonth);
        Line(text, "trend", of, "lowPercentInMonth", trend.LowPercentInMonth);
        Line(text, "trend", of, "highPercentInMonth", trend.HighPercentInMonth);
        Line(text, "trend", of, "limit", trend.Limit);
        Line(text, "trend", of, "daysUntilLimit", trend.DaysUntilLimit);
        Line(text, "trend", of, "soonestDays", trend.SoonestDays);
        Line(text, "trend", of, "latestDays", trend.LatestDays);
    }

    private static void Of(StringBuilder text, string section, string of, string name, Share share) => text.Append(
        CultureInfo.InvariantCulture,
        $"{CsvCell.Of(section)},{CsvCell.Of(of)},{name},{share.Value?.ToString("0.######", CultureInfo.InvariantCulture)},{share.Met},{share.Of}\n");

    private static void Line(StringBuilder text, string section, string of, string name, double? value) => text.Append(
        CultureInfo.InvariantCulture,
        $"{CsvCell.Of(section)},{CsvCell.Of(of)},{name},{value?.ToString("0.######", CultureInfo.InvariantCulture)},,\n");
}

/// <summary>A report as JSON.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(PeriodReport))]
public sealed partial class ReportJson : JsonSerializerContext;
