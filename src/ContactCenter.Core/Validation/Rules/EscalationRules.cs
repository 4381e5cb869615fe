using System.Text.RegularExpressions;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Catalog;

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
            found.Add(new(path, "no endpoint", "an audience without an endpoint reaches nobody"));
        }
        else if (endpoints[0].Fallback)
        {
            found.Add(new(
                $"{path}[0].fallback", "true", "the first endpoint is told always; a fallback stands after what it stands in for"));
        }

        var seen = new HashSet<(Channel, string)>();
        foreach (var (i, endpoint) in endpoints.Index())
        {
            if (!seen.Add((endpoint.Channel, endpoint.Channel == Channel.Email ? endpoint.To.ToLowerInvariant() : endpoint.To)))
            {
                found.Add(new(
                    $"{path}[{i}].to",
                    ConfigurationRules.Quote(endpoint.To),
                    "this endpoint stands in the audience already; it would be told everything twice"));
            }

            var expected = endpoint.Channel switch
            {
                Channel.Email when !EmailAddress().IsMatch(endpoint.To) => "expected an e-mail address such as oncall@example.com",
                Channel.Sms when !PhoneNumber().IsMatch(endpoint.To) => "expected a phone number in E.164 form such as +4915112345678",
                Channel.ServiceNow when Uri.CheckHostName(endpoint.To) != UriHostNameType.Dns =>
                    "expected the host of an instance such as example.service-now.com",
                Channel.Webhook when !Uri.TryCreate(endpoint.To, UriKind.Absolute, out var address)
                    || address.Scheme != Uri.UriSchemeHttps =>
                    "expected an https address",
                Channel.Webhook when WebAddress.IsOwnMachine(new Uri(endpoint.To)) => "expected the https address of another machine",
                Channel.Webhook when new Uri(endpoint.To).UserInfo.Length > 0 =>
                    "expected an address without user and password, because it stands in timelines and logs; put them into the secret",
                _ => null,
            };
            if (expected is not null)
            {
                found.Add(new($"{path}[{i}].to", ConfigurationRules.Quote(WithoutCredentials(endpoint.To)), expected));
            }

            WebhookRules.Check($"{path}[{i}]", endpoint, found);
            if (endpoint.Mention is not null && endpoint.Channel != Channel.Slack)
            {
                found.Add(new($"{path}[{i}].mention", ConfigurationRules.Quote(endpoint.Mention), "only Slack has mentions"));
            }

            if (endpoint.Channel is Channel.Slack or Channel.Teams or Channel.ServiceNow or Channel.Webhook && endpoint.Secret is null)
            {
                found.Add(new(
                    $"{path}[{i}].secret",
                    "nothing",
                    "this channel needs the ARN of a Secrets Manager secret with its webhook, token or password"));
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
                    $"expected an owner of alarms: {Wording.Or(AlarmOwners.All)}{Suggestion.For(owner, AlarmOwners.All)}"));
            }

            CheckLadders(configuration, severity, $"{path}.owners.{owner}", own.Steps, own.Unresolved, found);
        }

        if (settings.RepeatEvery is { } every && every < TimeSpan.FromMinutes(1))
        {
            found.Add(new($"{path}.repeatEvery", DurationConverter.Format(every), "the clock runs once a minute; expected at least 1m"));
        }

        if (settings.AcknowledgementExpires < TimeSpan.FromMinutes(1))
        {
            found.Add(new(
                $"{path}.acknowledgementExpires", DurationConverter.Format(settings.AcknowledgementExpires), "expected at least 1m"));
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
            found.Add(new($"{path}.steps", "no step", $"somebody must be told of a {severity}"));
        }

        CheckSteps(configuration, steps ?? [], $"{path}.steps", found);
        CheckFirstStep(configuration.Sla[severity], severity, steps ?? [], path, found);
        CheckSteps(configuration, unresolved ?? [], $"{path}.unresolved", found);
        foreach (var (i, step) in (unresolved ?? []).Index().Where(static step => step.Item.After < TimeSpan.FromMinutes(1)))
        {
            found.Add(new(
                $"{path}.unresolved[{i}].after",
                DurationConverter.Format(step.After),
                "whoever is told at once stands in steps; expected at least 1m"));
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
                    $"expected an audience of $.audiences or a schedule of "
                        + $"$.onCall{Suggestion.For(step.Audience, [.. configuration.Audiences.Keys, .. configuration.OnCall.Keys])}"));
            }

            if (i > 0 && step.After < steps[i - 1].After)
            {
                found.Add(new($"{path}[{i}].after", DurationConverter.Format(step.After), "steps stand in order of their delay"));
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
                $"a {severity} is to be acknowledged within {DurationConverter.Format(sla.Acknowledge)} ($.sla.{severity}); somebody must "
                    + "be told before that"));
        }
    }

    private static void CheckSla(SlaSettings sla, string path, List<ConfigurationProblem> found)
    {
        if (sla.Acknowledge <= TimeSpan.Zero || sla.Acknowledge > sla.Resolve)
        {
            found.Add(new(
                $"{path}.acknowledge",
                DurationConverter.Format(sla.Acknowledge),
                $"expected more than 0s and at most the {DurationConverter.Format(sla.Resolve)} to resolve"));
        }
    }

    private static void CheckMaintenance(ContactCenterConfiguration configuration, AlarmCatalog catalog, List<ConfigurationProblem> found)
    {
        var groups = catalog.Definitions.Select(definition => definition.Group).Distinct().ToArray();
        foreach (var (i, window) in configuration.Maintenance.Index())
        {
            if (window.From >= window.To)
            {
                found.Add(new($"$.maintenance[{i}].to", window.To.ToString("O"), "the end must be later than the begin"));
            }

            foreach (var (j, group) in window.Groups.Index())
            {
                if (!groups.Contains(group))
                {
                    found.Add(new(
                        $"$.maintenance[{i}].groups[{j}]", ConfigurationRules.Quote(group),
                        $"expected a group of the alarm catalog: {Wording.Or(groups)}"));
                }
            }
        }
    }

    private static string WithoutCredentials(string to) =>
        Uri.TryCreate(to, UriKind.Absolute, out var address) && address.UserInfo.Length > 0
            ? to.Replace(address.UserInfo, "…", StringComparison.Ordinal)
            : to;

    [GeneratedRegex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+\\z")]
    private static partial Regex EmailAddress();

    [GeneratedRegex("^\\+[1-9][0-9]{6,14}\\z")]
    private static partial Regex PhoneNumber();
}
