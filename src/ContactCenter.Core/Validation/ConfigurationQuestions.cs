using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Escalation;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Texts;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Core.Validation;

/// <summary>
/// What a configuration may say, and hardly anybody means: it works, and it is asked about before it is deployed. Nothing is refused.
/// </summary>
public static class ConfigurationQuestions
{
    /// <summary>Customers are not served meanwhile.</summary>
    private static readonly TimeSpan LateFirstStep = TimeSpan.FromMinutes(15);

    /// <summary>Planned work that lasts longer hides what breaks during it.</summary>
    private static readonly TimeSpan LongMaintenance = TimeSpan.FromDays(7);

    /// <summary>An incident that waits longer for its end is still open the next morning.</summary>
    private static readonly TimeSpan LongQuiet = TimeSpan.FromHours(4);

    /// <summary>Turns of duty are looked at so far ahead: a quarter of a year has each of a dozen people on duty for a week.</summary>
    private static readonly TimeSpan LookAhead = TimeSpan.FromDays(84);

    /// <summary>So often, which meets each shift of a day.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromHours(6);

    /// <summary>Everything that is worth a question, in the order of the file.</summary>
    /// <param name="configuration">The configuration, without problems.</param>
    /// <param name="now">When it is asked: a turn of duty may not have begun.</param>
    /// <param name="topics">Topics of the model in service; null: those of the one that comes with the program.</param>
    public static IReadOnlyList<ConfigurationProblem> About(
        ContactCenterConfiguration configuration, DateTimeOffset now, IReadOnlyList<string>? topics = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            .. OfTopics(configuration, topics ?? PackagedModel.Classifier.Topics),
            .. OfVoices(configuration),
            .. OfRemediation(configuration),
            .. OfUnused(configuration),
            .. OfAudiences(configuration, now),
            .. OfOnCall(configuration, now),
            .. OfAnswers(configuration),
            .. OfP1(configuration),
            .. OfIncidents(configuration),
            .. OfMaintenance(configuration),
            .. OfSynthetic(configuration),
        ];
    }

    /// <summary>Topics that no contact ever gets, and choices of the menu that lead nowhere else than no choice.</summary>
    private static IEnumerable<ConfigurationProblem> OfTopics(ContactCenterConfiguration configuration, IReadOnlyList<string> known)
    {
        var chosen = configuration.Flows?.Menu.Select(static entry => entry.Topic).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var topic in configuration.Routing.Topics.Keys.Where(topic => !known.Contains(topic) && !chosen.Contains(topic)))
        {
            yield return new(
                $"$.routing.topics.{topic}",
                ConfigurationRules.Quote(topic),
                Findings.TopicUnknown
                    + Suggestion.For(topic, known));
        }

        foreach (var (i, promise) in configuration.Contacts.Promises.Index())
        {
            foreach (var (j, topic) in promise.Topics.Index().Where(topic => !known.Contains(topic.Item) && !chosen.Contains(topic.Item)))
            {
                yield return new(
                    $"$.contacts.promises[{i}].topics[{j}]",
                    ConfigurationRules.Quote(topic),
                    Findings.TopicUnknown
                        + Suggestion.For(topic, known));
            }
        }

        var routed = configuration.Routing.Topics;
        foreach (var (i, entry) in (configuration.Flows?.Menu ?? []).Index().Where(entry => !routed.ContainsKey(entry.Item.Topic)))
        {
            yield return new(
                $"$.flows.menu[{i}].topic",
                ConfigurationRules.Quote(entry.Topic),
                Findings.TopicUnrouted
                    + Suggestion.For(entry.Topic, routed.Keys));
        }
    }

    private static IEnumerable<ConfigurationProblem> OfVoices(ContactCenterConfiguration configuration) =>
        from language in (configuration.Flows?.Languages ?? []).Index()
        let voice = language.Item.Voice
        where voice is not null && !PollyVoices.All.Contains(voice)
        select new ConfigurationProblem(
            $"$.flows.languages[{language.Index}].voice",
            ConfigurationRules.Quote(voice),
            Findings.VoiceUnknown(PollyVoices.AsOf)
                + Suggestion.For(voice, PollyVoices.Of(language.Item.Code)));

    /// <summary>
    /// Audiences and rotations that neither a step nor reports nor contacts that are stuck name: whoever stands there is told nothing.
    /// </summary>
    private static IEnumerable<ConfigurationProblem> OfUnused(ContactCenterConfiguration configuration)
    {
        var told = Enum.GetValues<Severity>()
            .Select(severity => configuration.Escalation[severity])
            .SelectMany(static policy => policy.Owners.Values
                .SelectMany(static owner => (owner.Steps ?? []).Concat(owner.Unresolved ?? []))
                .Concat(policy.Steps)
                .Concat(policy.Unresolved))
            .Select(static step => step.Audience)
            .Concat(configuration.Reports?.To ?? [])
            .Concat(configuration.Contacts.Told)
            .ToHashSet(StringComparer.Ordinal);
        (string Section, IEnumerable<string> Names)[] sections =
            [("audiences", configuration.Audiences.Keys), ("onCall", configuration.OnCall.Keys)];
        return
            from section in sections
            from name in section.Names
            where !told.Contains(name)
            select new ConfigurationProblem(
                $"$.{section.Section}.{name}",
                ConfigurationRules.Quote(name),
                Findings.NoStepNamesIt);
    }

    private static IEnumerable<ConfigurationProblem> OfRemediation(ContactCenterConfiguration configuration)
    {
        if (configuration.Remediation.Mode == RemediationMode.Off)
        {
            yield return new("$.remediation.mode", "off", Findings.RepairsOff);
        }
    }

    /// <summary>
    /// One person in every audience, by whatever addresses, and on duty in every rotation at once: then nobody else is told, at least for
    /// that turn. A case of AWS Support is nobody.
    /// </summary>
    private static IEnumerable<ConfigurationProblem> OfAudiences(ContactCenterConfiguration configuration, DateTimeOffset now)
    {
        var people = new NamesOfPeople(configuration);
        HashSet<string>[] audiences =
        [
            .. configuration.Audiences.Values
                .Where(static endpoints => endpoints.Any(static endpoint => endpoint.Channel != Channel.Support))
                .Select(endpoints => Names(endpoints.Select(endpoint => endpoint.Name ?? people.Of(endpoint.To)))),
        ];
        OnCallSchedule[] schedules =
            [.. configuration.OnCall.Values.Select(schedule => new OnCallSchedule(schedule, configuration.TimeZone))];
        if (audiences.Length + schedules.Length < 2)
        {
            yield break;
        }

        var moments = schedules.Length == 0 ? 1 : (int)(LookAhead / LookEvery);
        var everywhere = Enumerable.Range(0, moments)
            .Select(i => now + (LookEvery * i))
            .SelectMany(at => audiences.Concat(schedules.Select(schedule => OnDuty(schedule, people, at)))
                .Aggregate(static (common, one) => Names(common.Intersect(one, StringComparer.OrdinalIgnoreCase))))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        foreach (var person in everywhere.Order(StringComparer.Ordinal))
        {
            yield return new(
                "$.audiences", Findings.InEveryAudience(ConfigurationRules.Quote(person)),
                Findings.NobodyElse);
        }
    }

    /// <summary>Who is told by a rotation at a moment: a person by name, and by the addresses that several may share.</summary>
    private static HashSet<string> OnDuty(OnCallSchedule schedule, NamesOfPeople people, DateTimeOffset at) =>
        schedule.At(at)?.Participant is { } person
            ? Names(person.Endpoints.SelectMany(endpoint => (string[])[endpoint.Name ?? person.Name, people.Of(endpoint.To)]))
            : [];

    private static HashSet<string> Names(IEnumerable<string> names) => names.ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<ConfigurationProblem> OfOnCall(ContactCenterConfiguration configuration, DateTimeOffset now) =>
        from schedule in configuration.OnCall
        let begin = Begin(schedule.Value, configuration)
        where begin > now
        select new ConfigurationProblem(
            $"$.onCall.{schedule.Key}.from",
            schedule.Value.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Findings.RotationNotBegun($"{begin.UtcDateTime:yyyy-MM-dd HH:mm}"));

    private static DateTimeOffset Begin(OnCallSettings schedule, ContactCenterConfiguration configuration)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule.TimeZone ?? configuration.TimeZone);
        var local = schedule.From.ToDateTime(schedule.HandOver);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>Channels by which a person is told, and cannot answer: its buttons would lead nowhere.</summary>
    private static IEnumerable<ConfigurationProblem> OfAnswers(ContactCenterConfiguration configuration)
    {
        var channels = configuration.Audiences.Values
            .Concat(configuration.OnCall.Values.SelectMany(static schedule => schedule.Participants.Select(static one => one.Endpoints)))
            .SelectMany(static endpoints => endpoints.Select(static endpoint => endpoint.Channel))
            .ToHashSet();
        if (channels.Contains(Channel.Slack) && configuration.Answers.SlackSigningSecret is null)
        {
            yield return new(
                "$.answers.slackSigningSecret", Findings.Nothing,
                Findings.SlackUnanswered);
        }

        if (channels.Contains(Channel.ServiceNow) && configuration.Answers.ServiceNowCallbackSecret is null)
        {
            yield return new("$.answers.serviceNowCallbackSecret", Findings.Nothing, Findings.ToolUnanswered("ServiceNow"));
        }

        if (channels.Contains(Channel.PagerDuty) && configuration.Answers.PagerDutyWebhookSecret is null)
        {
            yield return new("$.answers.pagerDutyWebhookSecret", Findings.Nothing, Findings.ToolUnanswered("PagerDuty"));
        }

        if (channels.Contains(Channel.Jira) && configuration.Answers.JiraWebhookSecret is null)
        {
            yield return new("$.answers.jiraWebhookSecret", Findings.Nothing, Findings.ToolUnanswered("Jira"));
        }
    }

    /// <summary>The steps of the severity, and those of an owner who has others.</summary>
    private static IEnumerable<ConfigurationProblem> OfP1(ContactCenterConfiguration configuration)
    {
        var policy = configuration.Escalation.P1;
        return OfP1("$.escalation.P1.steps", policy.Steps, configuration).Concat(policy.Owners.SelectMany(owner =>
            OfP1($"$.escalation.P1.owners.{owner.Key}.steps", owner.Value.Steps ?? [], configuration)));
    }

    private static IEnumerable<ConfigurationProblem> OfP1(
        string path, IReadOnlyList<EscalationStepSettings> steps, ContactCenterConfiguration configuration)
    {
        if (steps is [var first, ..] && first.After >= LateFirstStep)
        {
            yield return new(
                $"{path}[0].after",
                DurationConverter.Format(first.After),
                Findings.LateFirst);
        }

        Endpoint[] endpoints =
        [
            .. steps.Select(static step => step.Audience).Distinct().SelectMany(audience =>
                configuration.Audiences.GetValueOrDefault(audience)
                    ?? configuration.OnCall.GetValueOrDefault(audience)?.Participants.SelectMany(static one => one.Endpoints)
                    ?? []),
        ];
        if (endpoints.Length > 0 && endpoints.All(static endpoint => endpoint.Channel == Channel.Email))
        {
            yield return new(
                path, Findings.OnlyEmail, Findings.EmailWakesNobody);
        }
        else if (endpoints.Length > 0 && endpoints.All(static endpoint => endpoint.Channel is Channel.Email or Channel.Teams))
        {
            yield return new(path, Findings.OnlyTeams, Findings.TeamsProvesNothing);
        }
    }

    /// <summary>Amazon Connect may count contacts that end in a queue of customers, and an agent may be offered one.</summary>
    private static IEnumerable<ConfigurationProblem> OfSynthetic(ContactCenterConfiguration configuration)
    {
        if (configuration.Synthetic is { Queue: null } settings)
        {
            var many = SyntheticContacts.Tried(configuration).Count(static contact => contact.Queue is not null)
                * (TimeSpan.FromDays(1) / settings.Every);
            yield return new("$.synthetic.queue", Findings.Nothing, Findings.SyntheticCounted($"{many:0}"));
        }
    }

    private static IEnumerable<ConfigurationProblem> OfIncidents(ContactCenterConfiguration configuration)
    {
        if (configuration.Incidents.QuietPeriod > LongQuiet)
        {
            yield return new(
                "$.incidents.quietPeriod",
                DurationConverter.Format(configuration.Incidents.QuietPeriod),
                Findings.LongQuietPeriod);
        }
    }

    private static IEnumerable<ConfigurationProblem> OfMaintenance(ContactCenterConfiguration configuration)
    {
        var known = AlarmPlan.For(configuration).Select(Subject).ToHashSet();
        foreach (var (i, window) in configuration.Maintenance.Index())
        {
            if (window.To - window.From > LongMaintenance)
            {
                yield return new(
                    $"$.maintenance[{i}].to",
                    MetricText.Duration(window.To - window.From),
                    Findings.LongWindow);
            }

            var names = known
                .Where(subject => window.Groups.Count == 0 || window.Groups.Contains(subject.Group))
                .Select(static subject => subject.Resource)
                .Distinct(StringComparer.Ordinal)
                .ToArray();
            foreach (var (j, resource) in window.Resources.Index().Where(resource => !names.Contains(resource.Item)))
            {
                yield return new(
                    $"$.maintenance[{i}].resources[{j}]",
                    ConfigurationRules.Quote(resource),
                    Suggestion.After(
                        window.Groups.Count == 0
                            ? Findings.WindowHoldsNothing
                            : Findings.WindowOfGroupsHoldsNothing(string.Join(", ", window.Groups)),
                        resource,
                        names));
            }
        }
    }

    /// <summary>Group and resource, as the incident of an alarm has them; bots by the name that people know.</summary>
    private static (string Group, string Resource) Subject(BoundAlarm alarm) => (
        alarm.Definition.Group,
        alarm.Definition.Scope == AlarmScope.Index ? alarm.Resource.Split('/')[0] : alarm.Resource);
}
