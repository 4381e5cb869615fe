using ContactCenter.Core.Monitoring;

namespace ContactCenter.Core.Configuration;

/// <summary>What the schema cannot say: names that must exist, values that must fit each other, scales of metrics.</summary>
internal static class ConfigurationRules
{
    /// <summary>Sections whose entries alarms watch, and so may be named by thresholds.</summary>
    private static readonly string[] Watched = ["queues", "contactFlows", "functions", "bots", "routingProfiles", "apis", "tables"];

    /// <summary>Checks everything; problems below a path that the schema check has refused already are left out.</summary>
    public static IEnumerable<ConfigurationProblem> Check(
        ContactCenterConfiguration configuration, AlarmCatalog catalog, IReadOnlyList<ConfigurationProblem> refused)
    {
        var found = new List<ConfigurationProblem>();
        CheckCalendar(configuration, found);
        ResourceRules.Check(configuration, found);
        RoutingRules.Check(configuration, catalog, found);
        SelfServiceRules.Check(configuration, found);
        FlowSettingsRules.Check(configuration, found);
        AlarmRules.Check(configuration, catalog, found);
        EscalationRules.Check(configuration, catalog, found);
        SentimentRules.Check(configuration.Sentiment, found);
        IncidentRules.Check(configuration.Incidents, found);
        DeploymentRules.Check(configuration, found);
        DeliveryRules.Check(configuration, found);
        var sections = refused.Select(problem => Section(problem.Path)).ToHashSet(StringComparer.Ordinal);
        AccountRules.Check(configuration, catalog, areQueuesKnown: !sections.Contains("queues"), found);
        return found.Where(problem => !Depends(problem.Path, sections));
    }

    /// <summary>
    /// When entries of a list were refused, the positions of the others and references to their names cannot be trusted, so nothing more is
    /// said about the section, nor of references to it, until that is mended.
    /// </summary>
    private static bool Depends(string path, HashSet<string> sections) =>
        sections.Contains(Section(path)) || sections.Any(section => (section, Section(path)) switch
        {
            ("audiences", _) => path.EndsWith(".audience", StringComparison.Ordinal),
            ("queues", "routing") => path.EndsWith(".queue", StringComparison.Ordinal) || path.EndsWith(".defaultQueue", StringComparison.Ordinal),
            ("queues", "flows") or ("instance", "answers" or "standbyRegion") => true,
            _ => Watched.Contains(section) && path.Contains(".resources.", StringComparison.Ordinal),
        });

    private static string Section(string path) => path.Split('.', '[') is { Length: > 1 } parts ? parts[1] : path;

    private static void CheckCalendar(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(configuration.TimeZone, out _))
        {
            found.Add(new("$.timeZone", Quote(configuration.TimeZone), "expected an IANA time zone such as Europe/Berlin or America/New_York"));
        }

        for (var i = 0; i < configuration.BusinessHours.Count; i++)
        {
            var hours = configuration.BusinessHours[i];
            if (hours.From >= hours.To && hours.To != TimeOnly.MinValue)
            {
                found.Add(new($"$.businessHours[{i}]", $"from {hours.From:HH:mm} to {hours.To:HH:mm}", "the end must be later on the same day; write two entries for hours past midnight"));
            }
        }
    }

    internal static string Quote(string text) => $"\"{text}\"";
}
