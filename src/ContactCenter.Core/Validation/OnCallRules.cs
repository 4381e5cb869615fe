using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation;

/// <summary>On-call schedules: somebody must take turns, and be reachable.</summary>
internal static class OnCallRules
{
    public static void Check(ContactCenterConfiguration configuration, List<ConfigurationProblem> found)
    {
        foreach (var (name, schedule) in configuration.OnCall)
        {
            Check($"$.onCall.{name}", schedule, found);
            if (configuration.Audiences.ContainsKey(name))
            {
                found.Add(new(
                    $"$.onCall.{name}", ConfigurationRules.Quote(name), "an audience has this name already; expected a name of its own"));
            }
        }
    }

    private static void Check(string path, OnCallSettings schedule, List<ConfigurationProblem> found)
    {
        if (schedule.TimeZone is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            found.Add(new(
                $"{path}.timeZone", ConfigurationRules.Quote(zone),
                "expected an IANA time zone such as Europe/Berlin or America/New_York"));
        }

        if (schedule.Participants.Count == 0)
        {
            found.Add(new($"{path}.participants", "nobody", "somebody must take the turns"));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, participant) in schedule.Participants.Index())
        {
            EscalationRules.CheckAudience($"{path}.participants[{i}].endpoints", participant.Endpoints, found);
            if (!names.Add(participant.Name))
            {
                found.Add(new(
                    $"{path}.participants[{i}].name", ConfigurationRules.Quote(participant.Name), "another participant has this name"));
            }
        }

        foreach (var (i, turn) in schedule.Overrides.Index())
        {
            if (turn.From >= turn.To)
            {
                found.Add(new($"{path}.overrides[{i}].to", turn.To.ToString("O"), "the end must be later than the begin"));
            }

            if (!names.Contains(turn.Participant))
            {
                found.Add(new(
                    $"{path}.overrides[{i}].participant",
                    ConfigurationRules.Quote(turn.Participant),
                    $"expected a participant of the schedule{Suggestion.For(turn.Participant, names)}"));
            }
        }
    }
}
