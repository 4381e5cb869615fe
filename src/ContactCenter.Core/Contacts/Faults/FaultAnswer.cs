using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Notifications.Text;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Faults;

/// <summary>What an agent is told of a report.</summary>
public static class FaultAnswer
{
    /// <summary>What is told where nobody knows in time what became of it: the agent must not believe that somebody knows.</summary>
    /// <param name="words">The agent's language.</param>
    public static HookAnswer Prepared(Translation words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Of("failed", null, words.Of(Sentences.ReportUnsure)) with { IsDefault = true };
    }

    /// <summary>What became of a report.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="limit">How many one person may report within an hour.</param>
    /// <param name="words">The agent's language.</param>
    public static HookAnswer Of(ReportOutcome outcome, int limit, Translation words)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(words);
        var status = outcome.Refusal switch
        {
            ReportRefusal.NothingSaid => "unclear",
            ReportRefusal.TooMany => "too_many",
            _ => outcome.Others > 0 ? "known" : "recorded",
        };
        return Of(status, outcome, words.Of(ReportText.Of(outcome, limit)));
    }

    private static HookAnswer Of(string status, ReportOutcome? outcome, string answer)
    {
        var incident = outcome?.Known?.Incident;
        return new HookAnswer
        {
            Decision = status,
            Values = new Dictionary<string, string?>
            {
                ["status"] = status,
                ["incident"] = incident?.Id,
                ["severity"] = incident is null ? null : $"{incident.Severity}",
                ["owner"] = incident?.Owner,
                ["others"] = $"{outcome?.Others ?? 0}",
            },
            Notes = new Dictionary<string, string?> { ["answer"] = answer },
        };
    }
}
