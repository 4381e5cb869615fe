using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;
using ContactCenter.Core.Notifications.Jira;
using ContactCenter.Core.Notifications.PagerDuty;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Audiences, escalation, promises, maintenance: people must be reachable, and times must fit each other.</summary>
internal static partial class EscalationRules
{
    public static void Check(ContactCenterConfiguration configuration, AlarmCatalog catalog, List<ConfigurationProblem> found)
    {
        foreach (var (name, endpoints) in configuration.Audiences)
        {
            CheckAudience($"$.audiences.{name}", endpoints, found);
        }

        OnCallRules.Check(configuration, found);
        foreach (var severity in Enum.GetValues<Severity>())
        {
            CheckPolicy(configuration, severity, found);
            CheckSla(configuration.Sla[severity], $"$.sla.{severity}", found);
        }

        CheckMaintenance(configuration, catalog, found);
    }

    public static void CheckAudience(string path, IReadOnlyList<Endpoint> endpoints, List<ConfigurationProblem> found)
    {
        if (endpoints.Count == 0)
        {
            found.Add(new(path, Findings.NoEndpoint, Findings.ReachesNobody));
        }
        else if (endpoints[0].Fallback)
        {
            found.Add(new(
                $"{path}[0].fallback", "true", Findings.FallbackFirst));
        }

        var seen = new HashSet<(Channel, string)>();
        foreach (var (i, endpoint) in endpoints.Index())
        {
            if (!seen.Add((endpoint.Channel, endpoint.Channel == Channel.Email ? endpoint.To.ToLowerInvariant() : endpoint.To)))
            {
                found.Add(new(
                    $"{path}[{i}].to",
                    ConfigurationRules.Quote(endpoint.To),
                    Findings.EndpointTwice));
            }

            var expected = endpoint.Channel switch
            {
                Channel.Email when !EmailAddress().IsMatch(endpoint.To) => Findings.EmailAddressExpected,
                Channel.Sms when !PhoneNumber().IsMatch(endpoint.To) => Findings.PhoneExpected,
                Channel.ServiceNow when Uri.CheckHostName(endpoint.To) != UriHostNameType.Dns =>
                    Findings.HostExpected,
                Channel.Webhook when !Uri.TryCreate(endpoint.To, UriKind.Absolute, out var address)
                    || address.Scheme != Uri.UriSchemeHttps =>
                    Findings.HttpsExpected,
                Channel.Webhook when WebAddress.IsOwnMachine(new Uri(endpoint.To)) => Findings.OtherMachine,
                Channel.Webhook when new Uri(endpoint.To).UserInfo.Length > 0 =>
                    Findings.NoPasswordInAddress,
                Channel.PagerDuty when PagerDutyRegion.Events(endpoint.To) is null => OneOf(PagerDutyRegion.All, endpoint.To),
                Channel.Jira when JiraSite.Alerts(endpoint.To) is null => OneOf(JiraSite.All, endpoint.To),
                _ => null,
            };
            if (expected is not null)
            {
                found.Add(new($"{path}[{i}].to", ConfigurationRules.Quote(WithoutCredentials(endpoint.To)), expected));
            }

            WebhookRules.Check($"{path}[{i}]", endpoint, found);
            if (endpoint.Mention is not null && endpoint.Channel != Channel.Slack)
            {
                found.Add(new($"{path}[{i}].mention", ConfigurationRules.Quote(endpoint.Mention), Findings.OnlySlackMentions));
            }

            if (endpoint.OwnChannel && endpoint.Channel != Channel.Slack)
            {
                found.Add(new($"{path}[{i}].ownChannel", "true", Findings.OnlySlackChannels));
            }

            if (endpoint.Channel is Channel.Slack or Channel.Teams or Channel.ServiceNow or Channel.Webhook or Channel.PagerDuty
                    or Channel.Jira
                && endpoint.Secret is null)
            {
                found.Add(new(
                    $"{path}[{i}].secret",
                    Findings.Nothing,
                    Findings.SecretNeeded));
            }
        }
    }

    private static void CheckPolicy(ContactCenterConfiguration configuration, Severity severity, List<ConfigurationProblem> found)
    {
        var settings = configuration.Escalation[severity];
        var path = $"$.escalation.{severity}";
        CheckLadders(configuration, severity, path, settings.Steps, settings.Unresolved, found);
        foreach (var (owner, own) in settings.Owners)
        {
            if (!AlarmOwners.All.Contains(owner))
            {
                found.Add(new(
                    $"{path}.owners.{owner}",
                    ConfigurationRules.Quote(owner),
                    Suggestion.After(Findings.OwnerExpected(Wording.Or(AlarmOwners.All)), owner, AlarmOwners.All)));
            }

            CheckLadders(configuration, severity, $"{path}.owners.{owner}", own.Steps, own.Unresolved, found);
        }

        if (settings.RepeatEvery is { } every && every < TimeSpan.FromMinutes(1))
        {
            found.Add(new($"{path}.repeatEvery", DurationConverter.Format(every), Findings.ClockRuns));
        }

        if (settings.AcknowledgementExpires < TimeSpan.FromMinutes(1))
        {
            found.Add(new(
                $"{path}.acknowledgementExpires", DurationConverter.Format(settings.AcknowledgementExpires), Findings.AtLeastMinute));
        }
    }

    /// <summary>The steps of a severity or of an owner; null: the owner has those of the severity, which are checked there.</summary>
    private static void CheckLadders(
        ContactCenterConfiguration configuration,
        Severity severity,
        string path,
        IReadOnlyList<EscalationStepSettings>? steps,
        IReadOnlyList<EscalationStepSettings>? unresolved,
        List<ConfigurationProblem> found)
    {
        if (steps is { Count: 0 } && severity != Severity.P4)
        {
            found.Add(new($"{path}.steps", Findings.NoStep, Findings.SomebodyTold($"{severity}")));
        }

        CheckSteps(configuration, steps ?? [], $"{path}.steps", found);
        CheckFirstStep(configuration.Sla[severity], severity, steps ?? [], path, found);
        CheckSteps(configuration, unresolved ?? [], $"{path}.unresolved", found);
        foreach (var (i, step) in (unresolved ?? []).Index().Where(static step => step.Item.After < TimeSpan.FromMinutes(1)))
        {
            found.Add(new(
                $"{path}.unresolved[{i}].after",
                DurationConverter.Format(step.After),
                Findings.AtOnceInSteps));
        }
    }

    private static void CheckSteps(
        ContactCenterConfiguration configuration,
        IReadOnlyList<EscalationStepSettings> steps,
        string path,
        List<ConfigurationProblem> found)
    {
        foreach (var (i, step) in steps.Index())
        {
            if (!configuration.Audiences.ContainsKey(step.Audience) && !configuration.OnCall.ContainsKey(step.Audience))
            {
                found.Add(new(
                    $"{path}[{i}].audience",
                    ConfigurationRules.Quote(step.Audience),
                    Suggestion.After(
                        Findings.AudienceExpectedOf, step.Audience, [.. configuration.Audiences.Keys, .. configuration.OnCall.Keys])));
            }

            if (i > 0 && step.After < steps[i - 1].After)
            {
                found.Add(new($"{path}[{i}].after", DurationConverter.Format(step.After), Findings.StepsInOrder));
            }
        }
    }

    /// <summary>Nobody can keep a promise that is over before anybody is told.</summary>
    private static void CheckFirstStep(
        SlaSettings sla, Severity severity, IReadOnlyList<EscalationStepSettings> steps, string path, List<ConfigurationProblem> found)
    {
        if (steps is [var first, ..] && first.After > sla.Acknowledge)
        {
            found.Add(new(
                $"{path}.steps[0].after",
                DurationConverter.Format(first.After),
                Findings.StepBefore($"{severity}", DurationConverter.Format(sla.Acknowledge))));
        }
    }

    private static void CheckSla(SlaSettings sla, string path, List<ConfigurationProblem> found)
    {
        if (sla.Acknowledge <= TimeSpan.Zero || sla.Acknowledge > sla.Resolve)
        {
            found.Add(new(
                $"{path}.acknowledge",
                DurationConverter.Format(sla.Acknowledge),
                Findings.PromiseTime(DurationConverter.Format(sla.Resolve))));
        }
    }

    private static void CheckMaintenance(ContactCenterConfiguration configuration, AlarmCatalog catalog, List<ConfigurationProblem> found)
    {
        var groups = catalog.Definitions.Select(definition => definition.Group).Distinct().ToArray();
        foreach (var (i, window) in configuration.Maintenance.Index())
        {
            if (window.From >= window.To)
            {
                found.Add(new($"$.maintenance[{i}].to", window.To.ToString("O"), Findings.EndAfterBegin));
            }

            foreach (var (j, group) in window.Groups.Index())
            {
                if (!groups.Contains(group))
                {
                    found.Add(new(
                        $"$.maintenance[{i}].groups[{j}]", ConfigurationRules.Quote(group),
                        Findings.GroupExpectedOf(Wording.Or(groups))));
                }
            }
        }
    }

    private static string OneOf(IReadOnlyList<string> names, string found) =>
        Suggestion.After(Findings.ExpectedOneOf(Wording.Or(names)), found, names);

    private static string WithoutCredentials(string to) =>
        Uri.TryCreate(to, UriKind.Absolute, out var address) && address.UserInfo.Length > 0
            ? to.Replace(address.UserInfo, "…", StringComparison.Ordinal)
            : to;

    [GeneratedRegex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\z")]
    private static partial Regex EmailAddress();

    [GeneratedRegex("^\\+[1-9][0-9]{6,14}\\z")]
    private static partial Regex PhoneNumber();
}
