using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Languages and time zones of messages: each must be one that there is, and an audience one that is configured.</summary>
internal static class ReadingRules
{
    /// <summary>The function looks once an hour, and what is due is sent before the day ends.</summary>
    private static readonly TimeOnly LatestTest = new(19, 0);

    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        Check("$.messages", configuration.Messages.Language, configuration.Messages.TimeZone, found);
        foreach (var (name, reading) in configuration.Messages.Audiences)
        {
            var path = $"$.messages.audiences.{name}";
            Check(path, reading.Language, reading.TimeZone, found);
            if (!configuration.Audiences.ContainsKey(name) && !configuration.OnCall.ContainsKey(name))
            {
                found.Add(new(path, ConfigurationRules.Quote(name), Findings.NoSuchAudience));
            }
        }

        var test = configuration.Messages.ReachTest;
        if (test.Enabled && (test.At < ReachPlan.DayBegins || test.At > LatestTest))
        {
            found.Add(new("$.messages.reachTest.at", ConfigurationRules.Quote($"{test.At:HH:mm}"), Findings.TestByDay));
        }

        CheckReminders(configuration, found);
        CheckOwnChannels(configuration, found);
        foreach (var (name, audience) in configuration.Audiences)
        {
            CheckEndpoints($"$.audiences.{name}", audience, found);
        }

        foreach (var (name, schedule) in configuration.OnCall)
        {
            foreach (var (i, person) in schedule.Participants.Index())
            {
                var path = $"$.onCall.{name}.participants[{i}]";
                Check(path, person.Language, person.TimeZone, found);
                CheckEndpoints($"{path}.endpoints", person.Endpoints, found);
            }
        }
    }

    private static void CheckReminders(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        const string path = "$.messages.actionReminders";
        if (configuration.Messages.ActionReminders is not { } reminders)
        {
            return;
        }

        if (reminders.At < ReachPlan.DayBegins || reminders.At > LatestTest)
        {
            found.Add(new($"{path}.at", ConfigurationRules.Quote($"{reminders.At:HH:mm}"), Findings.ReminderByDay));
        }

        foreach (var (place, audience) in reminders.To.Index())
        {
            if (!configuration.Audiences.TryGetValue(audience, out var endpoints))
            {
                found.Add(new(
                    $"{path}.to[{place}]",
                    ConfigurationRules.Quote(audience),
                    Suggestion.After(Findings.ReportReaders, audience, [.. configuration.Audiences.Keys])));
            }
            else if (!endpoints.Any(static endpoint => endpoint.Channel is Channel.Email or Channel.Slack or Channel.Teams))
            {
                found.Add(new($"{path}.to[{place}]", ConfigurationRules.Quote(audience), Findings.ReminderAddress));
            }
        }
    }

    /// <summary>A P1 has one channel of its own: whoever is told by a second endpoint would be told in it twice.</summary>
    private static void CheckOwnChannels(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        var own = configuration.Audiences
            .SelectMany(static audience => audience.Value.Select((endpoint, i) => (Path: $"$.audiences.{audience.Key}[{i}]", endpoint)))
            .Concat(configuration.OnCall.SelectMany(static schedule => schedule.Value.Participants.SelectMany(
                (person, j) => person.Endpoints.Select(
                    (endpoint, i) => (Path: $"$.onCall.{schedule.Key}.participants[{j}].endpoints[{i}]", endpoint)))))
            .Where(static one => one.endpoint.OwnChannel)
            .DistinctBy(static one => (one.endpoint.To, one.endpoint.Secret))
            .ToArray();
        foreach (var (path, _) in own.Skip(1))
        {
            found.Add(new($"{path}.ownChannel", "true", Findings.OneOwnChannel(own[0].Path)));
        }
    }

    private static void CheckEndpoints(string path, IReadOnlyList<Endpoint> endpoints, List<ConfigurationProblem> found)
    {
        foreach (var (i, endpoint) in endpoints.Index())
        {
            Check($"{path}[{i}]", endpoint.Language, endpoint.TimeZone, found);
        }
    }

    private static void Check(string path, string? language, string? timeZone, List<ConfigurationProblem> found)
    {
        if (language is not null && !Translation.Languages.Contains(language))
        {
            found.Add(new(
                $"{path}.language", ConfigurationRules.Quote(language), Findings.ExpectedOneOf(
                    string.Join(" or ", Translation.Languages))));
        }

        if (timeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            found.Add(new(
                $"{path}.timeZone", ConfigurationRules.Quote(timeZone), Findings.ZoneExpected));
        }
    }
}
