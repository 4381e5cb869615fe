using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation.Rules;

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
        ConfigurationRules.CheckZone(schedule.TimeZone, $"{path}.timeZone", found);

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

        foreach (var (i, shift) in schedule.Shifts.Index())
        {
            ConfigurationRules.CheckZone(shift.TimeZone, $"{path}.shifts[{i}].timeZone", found);
            if (shift.Participants.Count == 0)
            {
                found.Add(new($"{path}.shifts[{i}].participants", "nobody", "somebody must take the shift"));
            }

            foreach (var (j, name) in shift.Participants.Index().Where(pair => !names.Contains(pair.Item)))
            {
                found.Add(new(
                    $"{path}.shifts[{i}].participants[{j}]",
                    ConfigurationRules.Quote(name),
                    $"expected a participant of the schedule{Suggestion.For(name, names)}"));
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
