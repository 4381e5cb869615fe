using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Rules;
using ContactCenter.Core.Validation.Rules.Posts;
using ContactCenter.Core.Validation.Rules.Promises;
using ContactCenter.Core.Validation.Rules.Tickets;
using ContactCenter.Core.Validation.Rules.Topics;

namespace ContactCenter.Core.Validation;

/// <summary>What the schema cannot say: names that must exist, values that must fit each other, scales of metrics.</summary>
internal static class ConfigurationRules
{
    /// <summary>Checks everything; problems that may only follow from what the schema check has refused are left out.</summary>
    public static IEnumerable<ConfigurationProblem> Check(
        ContactCenterConfiguration configuration, AlarmCatalog catalog, Refusals refused)
    {
        var found = new List<ConfigurationProblem>();
        CheckCalendar(configuration, found);
        ResourceRules.Check(configuration, found);
        RoutingRules.Check(configuration, catalog, found);
        SelfServiceRules.Check(configuration, found);
        DialogueRules.Check(configuration, found);
        PromiseRules.Check(configuration, found);
        TicketRules.Check(configuration, found);
        PostRules.Check(configuration, found);
        TopicRules.Check(configuration, found);
        FlowSettingsRules.Check(configuration, found);
        SyntheticRules.Check(configuration, found);
        AlarmRules.Check(configuration, catalog, found);
        EscalationRules.Check(configuration, catalog, found);
        ServiceNowRules.Check(configuration.ServiceNow, found);
        ReadingRules.Check(configuration, found);
        SentimentRules.Check(configuration, found);
        IncidentRules.Check(configuration.Incidents, configuration.Exercises, found);
        DeploymentRules.Check(configuration, found);
        DeliveryRules.Check(configuration, found);
        ApiRules.Check(configuration.Api, found);
        ConsoleRules.Check(configuration, found);
        StatusPageRules.Check(configuration, found);
        ReportRules.Check(configuration, found);
        ConcurrencyRules.Check(configuration, found);
        CallRules.Check(configuration, found);
        AccountRules.Check(configuration, areQueuesKnown: refused.IsKnown("queues"), found);
        return found.Where(problem => !refused.Explain(problem.Path));
    }

    private static void CheckCalendar(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        CheckZone(configuration.TimeZone, "$.timeZone", found);
        CheckHours("$.businessHours", configuration.BusinessHours, found);
        CheckExceptions("$.exceptions", configuration.Exceptions, found);
        foreach (var (i, queue) in configuration.Queues.Index())
        {
            CheckZone(queue.TimeZone, $"$.queues[{i}].timeZone", found);
            CheckHours($"$.queues[{i}].hours", queue.Hours, found);
            CheckExceptions($"$.queues[{i}].exceptions", queue.Exceptions, found);
            CheckPlan($"$.queues[{i}].plan", queue.Plan, found);
        }
    }

    internal static void CheckZone(string? zone, string path, List<ConfigurationProblem> found)
    {
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            found.Add(new(path, Quote(zone), Findings.ZoneExpected));
        }
    }

    private static void CheckExceptions(string path, IReadOnlyList<OpeningException> exceptions, List<ConfigurationProblem> found)
    {
        var closed = exceptions.Where(static exception => exception.From is null && exception.To is null)
            .Select(static exception => exception.Date)
            .ToHashSet();
        foreach (var (i, exception) in exceptions.Index())
        {
            switch (exception)
            {
                case { From: { } from, To: { } to } when from >= to && to != TimeOnly.MinValue:
                    found.Add(new(
                        $"{path}[{i}]", Findings.FromTo($"{from:HH:mm}", $"{to:HH:mm}"),
                        Findings.EndLaterTwice));
                    break;
                case { From: null, To: not null } or { From: not null, To: null }:
                    found.Add(new(
                        $"{path}[{i}]", exception.From is null ? Findings.ToWithoutFrom : Findings.FromWithoutTo,
                        Findings.BothOrNeither));
                    break;
                case { From: not null } when closed.Contains(exception.Date):
                    found.Add(new(
                        $"{path}[{i}]", Findings.HoursOn($"{exception.Date:yyyy-MM-dd}"), Findings.ClosedBefore));
                    break;
            }
        }
    }

    private static void CheckHours(string path, IReadOnlyList<OpeningHours> open, List<ConfigurationProblem> found)
    {
        foreach (var (i, hours) in open.Index())
        {
            if (hours.Days.Count == 0)
            {
                found.Add(new($"{path}[{i}].days", Findings.NoDay, Findings.DayExpected));
            }

            if (hours.From >= hours.To && hours.To != TimeOnly.MinValue)
            {
                found.Add(new(
                    $"{path}[{i}]",
                    Findings.FromTo($"{hours.From:HH:mm}", $"{hours.To:HH:mm}"),
                    Findings.EndLater));
            }
        }
    }

    /// <summary>At any time one number of agents is planned for a queue, or none.</summary>
    private static void CheckPlan(string path, IReadOnlyList<PlannedAgents> plan, List<ConfigurationProblem> found)
    {
        CheckHours(path, [.. plan.Select(static planned => planned.Hours)], found);
        foreach (var (i, planned) in plan.Index())
        {
            if (plan.Take(i).Any(before => before.Days.Intersect(planned.Days).Any()
                && planned.From < End(before.To) && before.From < End(planned.To)))
            {
                found.Add(new(
                    $"{path}[{i}]",
                    Findings.FromTo($"{planned.From:HH:mm}", $"{planned.To:HH:mm}"),
                    Findings.PlannedTwice));
            }
        }

        static TimeOnly End(TimeOnly to) => to == TimeOnly.MinValue ? TimeOnly.MaxValue : to;
    }

    internal static string Quote(string text) => $"\"{text}\"";
}
