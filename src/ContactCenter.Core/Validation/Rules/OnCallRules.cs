using ContactCenter.Core.Configuration;
using ContactCenter.Core.Texts;

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
                    $"$.onCall.{name}", ConfigurationRules.Quote(name), Findings.AudienceHasName));
            }
        }
    }

    private static void Check(string path, OnCallSettings schedule, List<ConfigurationProblem> found)
    {
        ConfigurationRules.CheckZone(schedule.TimeZone, $"{path}.timeZone", found);

        if (schedule.Participants.Count == 0)
        {
            found.Add(new($"{path}.participants", Findings.Nobody, Findings.SomebodyTurns));
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, participant) in schedule.Participants.Index())
        {
            EscalationRules.CheckAudience($"{path}.participants[{i}].endpoints", participant.Endpoints, found);
            if (!names.Add(participant.Name))
            {
                found.Add(new(
                    $"{path}.participants[{i}].name", ConfigurationRules.Quote(participant.Name), Findings.ParticipantTwice));
            }
        }

        foreach (var (i, shift) in schedule.Shifts.Index())
        {
            ConfigurationRules.CheckZone(shift.TimeZone, $"{path}.shifts[{i}].timeZone", found);
            if (shift.Participants.Count == 0)
            {
                found.Add(new($"{path}.shifts[{i}].participants", Findings.Nobody, Findings.SomebodyShift));
            }

            foreach (var (j, name) in shift.Participants.Index().Where(pair => !names.Contains(pair.Item)))
            {
                found.Add(new(
                    $"{path}.shifts[{i}].participants[{j}]",
                    ConfigurationRules.Quote(name),
                    Suggestion.After(Findings.ParticipantExpected, name, names)));
            }
        }

        foreach (var (i, turn) in schedule.Overrides.Index())
        {
            if (turn.From >= turn.To)
            {
                found.Add(new($"{path}.overrides[{i}].to", turn.To.ToString("O"), Findings.EndAfterBegin));
            }

            if (!names.Contains(turn.Participant))
            {
                found.Add(new(
                    $"{path}.overrides[{i}].participant",
                    ConfigurationRules.Quote(turn.Participant),
                    Suggestion.After(Findings.ParticipantExpected, turn.Participant, names)));
            }
        }
    }
}
