using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Rules;

/// <summary>Languages and time zones of messages: each must be one that there is, and an audience one that is configured.</summary>
internal static class ReadingRules
{
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
