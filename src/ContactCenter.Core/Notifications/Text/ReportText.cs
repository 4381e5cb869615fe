using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Notifications.Text;

/// <summary>What whoever reports something is told, as a sentence.</summary>
public static class ReportText
{
    /// <summary>What became of a report.</summary>
    /// <param name="outcome">What became of it.</param>
    /// <param name="limit">How many one person may report within an hour.</param>
    public static string Of(ReportOutcome outcome, int limit)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome switch
        {
            { Refusal: ReportRefusal.NothingSaid } => Sentences.ReportSaysNothing,
            { Refusal: ReportRefusal.UnknownQueue } => Sentences.ReportUnknownQueue,
            { Refusal: ReportRefusal.TooMany, Known.Incident: { } known } =>
                $"{Sentences.ReportTooMany($"{limit}")} {Sentences.ReportKnownAlready(known.Id, MessageFacts.OwnerWords(known.Owner))}",
            { Refusal: ReportRefusal.TooMany } => $"{Sentences.ReportTooMany($"{limit}")} {Sentences.ReportNotKept}",
            { Known.Incident: { } open, Others: 0 } =>
                Sentences.ReportTaken(open.Id, $"{open.Severity}", MessageFacts.OwnerWords(open.Owner)),
            { Known.Incident: { } open, Others: 1 } =>
                Sentences.ReportKnownByOne(open.Id, $"{open.Severity}", MessageFacts.OwnerWords(open.Owner)),
            { Known.Incident: { } open } =>
                Sentences.ReportKnown($"{outcome.Others}", open.Id, $"{open.Severity}", MessageFacts.OwnerWords(open.Owner)),
            _ => Sentences.ReportKept,
        };
    }
}
