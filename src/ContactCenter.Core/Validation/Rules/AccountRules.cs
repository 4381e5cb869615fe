using System.Text.RegularExpressions;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>What AWS would refuse in the middle of a deployment, or take and never act on: names, references, quotas.</summary>
internal static partial class AccountRules
{
    /// <summary>CloudWatch: alarms in a Region, by default (user guide, "CloudWatch alarms feature quotas").</summary>
    private const int MaximumAlarms = 5_000;

    /// <summary>The most stacks that a configuration may ask for; see <see cref="MonitoringSettings.Stacks"/>.</summary>
    private const int MaximumStacks = 20;

    public static void Check(ContactCenterConfiguration configuration, bool areQueuesKnown, List<ConfigurationProblem> found)
    {
        CheckOwn(configuration, found);
        CheckAudiences(configuration, areQueuesKnown, found);
        CheckSystemRecipients(configuration, found);
        CheckAlarms([.. AlarmPlan.For(configuration)], configuration, found);
    }

    private static void CheckOwn(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var names = DeploymentNames.Of(configuration);
        var functions = SystemFunctions.All.Select(names.Function).ToHashSet(StringComparer.Ordinal);
        foreach (var (i, function) in configuration.Functions.Index().Where(function => functions.Contains(function.Item.Name)))
        {
            found.Add(new(
                $"$.functions[{i}].name",
                ConfigurationRules.Quote(function.Name),
                Findings.OwnFunction));
        }

        foreach (var (i, table) in configuration.Tables.Index().Where(table =>
            table.Item.Name == names.IncidentsTable || table.Item.Name == names.ContactsTable))
        {
            found.Add(new(
                $"$.tables[{i}].name", ConfigurationRules.Quote(table.Name), Findings.OwnTable));
        }
    }

    /// <summary>An audience's name becomes part of a topic's; a task goes to a queue.</summary>
    private static void CheckAudiences(ContactCenterConfiguration configuration, bool areQueuesKnown, List<ConfigurationProblem> found)
    {
        var queues = areQueuesKnown ? configuration.Queues.Select(queue => queue.Name).ToArray() : null;
        foreach (var (name, endpoints) in configuration.Audiences)
        {
            CheckName($"$.audiences.{name}", name, found);
            CheckTasks($"$.audiences.{name}", endpoints, queues, found);
            CheckTaskFlow($"$.audiences.{name}", endpoints, configuration, found);
        }

        foreach (var (name, schedule) in configuration.OnCall)
        {
            CheckName($"$.onCall.{name}", name, found);
            foreach (var (i, participant) in schedule.Participants.Index())
            {
                CheckTasks($"$.onCall.{name}.participants[{i}].endpoints", participant.Endpoints, queues, found);
                CheckTaskFlow($"$.onCall.{name}.participants[{i}].endpoints", participant.Endpoints, configuration, found);
            }
        }
    }

    private static void CheckName(string path, string name, List<ConfigurationProblem> found)
    {
        if (!AudienceName().IsMatch(name))
        {
            found.Add(new(
                path,
                name.Length > 64 ? Findings.NameLength($"{name.Length}") : ConfigurationRules.Quote(name),
                Findings.TopicName));
        }
    }

    private static void CheckTasks(string path, IReadOnlyList<Endpoint> endpoints, string[]? queues, List<ConfigurationProblem> found)
    {
        if (queues is null)
        {
            return;
        }

        foreach (var (i, endpoint) in endpoints.Index().Where(endpoint =>
            endpoint.Item.Channel == Channel.Task && !queues.Contains(endpoint.Item.To)))
        {
            found.Add(new(
                $"{path}[{i}].to",
                ConfigurationRules.Quote(endpoint.To),
                Suggestion.After(Findings.TaskQueue, endpoint.To, queues)));
        }
    }

    /// <summary>The flow that takes a task to its queue is deployed with the others.</summary>
    private static void CheckTaskFlow(
        string path, IReadOnlyList<Endpoint> endpoints, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (configuration.Flows is not null)
        {
            return;
        }

        foreach (var (i, _) in endpoints.Index().Where(endpoint => endpoint.Item.Channel == Channel.Task))
        {
            found.Add(new(
                $"{path}[{i}].channel",
                "\"task\"",
                Findings.TaskFlowChannel));
        }
    }

    /// <summary>When nobody has an e-mail address, silence of this system would be told to nobody.</summary>
    private static void CheckSystemRecipients(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var steps = configuration.Escalation.P1.Steps;
        var isKnown = steps.Count > 0
            && steps.All(step => configuration.Audiences.ContainsKey(step.Audience) || configuration.OnCall.ContainsKey(step.Audience));
        if (isKnown && !configuration.Shadow && SystemRecipients.Of(configuration).Count == 0)
        {
            found.Add(new(
                "$.escalation.P1.steps",
                Findings.NoEmailInAudiences,
                Findings.EmailExpected));
        }
    }

    private static void CheckAlarms(BoundAlarm[] alarms, ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (alarms.Length > MaximumAlarms)
        {
            found.Add(new(
                "$.alarms",
                Findings.AlarmsInAll($"{alarms.Length:N0}"),
                Findings.TooManyAlarms($"{MaximumAlarms:N0}")));
            return;
        }

        var stacks = Math.Clamp(configuration.Monitoring.Stacks, 1, MaximumStacks);
        if (AlarmStacks.Fullest(alarms, stacks) is > AlarmStacks.MaximumAlarms and var fullest)
        {
            var needed = AlarmStacks.Needed(alarms, MaximumStacks) is { } enough
                ? Findings.AtLeast($"{enough}")
                : Findings.WatchFewer;
            found.Add(new(
                "$.monitoring.stacks",
                Findings.StackFull($"{stacks}", $"{fullest}"),
                Findings.StackTakes($"{AlarmStacks.MaximumAlarms}", needed)));
        }

        if (alarms.DistinctBy(alarm => alarm.Definition.Id)
            .Select(alarm => AlarmSelfDescription.Of(alarm, configuration.RunbookUrl).Length)
            .DefaultIfEmpty()
            .Max() is > AlarmSelfDescription.MaximumLength
            and var longest)
        {
            found.Add(new(
                "$.runbookUrl",
                Findings.AddressLong($"{longest}"),
                Findings.ShorterAddress($"{AlarmSelfDescription.MaximumLength}")));
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}\\z")]
    private static partial Regex AudienceName();
}
