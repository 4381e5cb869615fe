using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>
/// Severity of alarms that neither the catalog nor their description rates, by what they measure. It follows the operations manual:
/// P1 what says that customers cannot get through or are not served, P2 what they feel, P3 what needs a look, P4 what is only a trend.
/// </summary>
internal static class FallbackSeverity
{
    public static (Severity Severity, string Reason) Of(AlarmChange change)
    {
        var metric = change.Metrics.Count > 0 ? change.Metrics[0] : null;
        return (metric?.Namespace, metric?.Name) switch
        {
            (null, _) when change.Kind == AlarmKind.Composite =>
                (Severity.P2, Sentences.FallbackComposite),
            ("AWS/Connect", { } name) when Has(name, "Fatal", "Rejected", "Breaching", "ThrottledCalls") =>
                (Severity.P1, Sentences.FallbackTurnsAway),
            ("AWS/Connect", _) => (Severity.P2, Sentences.FallbackConnect),
            ("AWS/Lex", { } name) when Has(name, "SystemErrors") => (Severity.P1, Sentences.FallbackNoBot),
            ("AWS/Lex", _) => (Severity.P2, Sentences.FallbackBot),
            ("AWS/Lambda", { } name) when Has(name, "Errors", "Throttles") =>
                (Severity.P2, Sentences.FallbackFunction),
            ("AWS/DynamoDB", { } name) when Has(name, "Throttle", "SystemErrors") =>
                (Severity.P2, Sentences.FallbackTable),
            ("AWS/ApiGateway" or "AWS/ApplicationELB", { } name) when Has(name, "5xx", "5XX") => (Severity.P2, Sentences.FallbackApi),
            (_, { } name) when Has(name, "Utilization", "Utilisation", "Percent", "Capacity") => (Severity.P4, Sentences.FallbackLimit),
            _ => (Severity.P3, Sentences.FallbackUnknown),
        };
    }

    private static bool Has(string name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
