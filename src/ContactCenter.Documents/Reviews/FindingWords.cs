using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reviews;

/// <summary>How findings are said.</summary>
internal static class FindingWords
{
    /// <summary>A finding as a sentence.</summary>
    public static string Of(ReviewFinding finding)
    {
        var values = finding.Values;
        return finding.Kind switch
        {
            FindingKind.AcknowledgedInTime => Say.FoundAcknowledgedInTime(values[0], values[1]),
            FindingKind.ResolvedInTime => Say.FoundResolvedInTime(values[0], values[1]),
            FindingKind.ToldSoon => Say.FoundToldSoon(values[0]),
            FindingKind.RepairHelped => Say.FoundRepairHelped(values[0]),
            FindingKind.QuietTime => Say.FoundQuietTime(values[0], values[1]),
            FindingKind.EndedByItself => Say.FoundEndedByItself,
            FindingKind.AcknowledgedLate when values[0].Length == 0 => Say.FoundAcknowledgedNever(values[1]),
            FindingKind.AcknowledgedLate => Say.FoundAcknowledgedLate(values[1], values[0]),
            FindingKind.ResolvedLate => Say.FoundResolvedLate(values[1], values[0]),
            FindingKind.MessagesGivenUp => Say.FoundMessagesGivenUp(values[2], values[0], values[1]),
            FindingKind.ToldByPerson => Say.FoundToldByPerson,
            FindingKind.CameBack => Say.FoundCameBack(values[0]),
            FindingKind.RepairFailed => Say.FoundRepairFailed(values[0]),
            FindingKind.DetectedLate => Say.FoundDetectedLate(values[0]),
            FindingKind.LikelyChange => Say.FoundLikelyChange(values[1], PaperWords.Said(values[0])),
            FindingKind.UnusualLoad => Say.FoundUnusualLoad(values[0], values[2], values[1]),
            _ => Say.FoundRecurring(values[0], values[1]),
        };
    }

    /// <summary>A type of action.</summary>
    public static string Of(ActionType type) => type switch
    {
        ActionType.Investigate => Say.TypeInvestigate,
        ActionType.MitigateThis => Say.TypeMitigateThis,
        ActionType.RepairDamage => Say.TypeRepairDamage,
        ActionType.DetectFuture => Say.TypeDetectFuture,
        ActionType.MitigateFuture => Say.TypeMitigateFuture,
        _ => Say.TypePreventFuture,
    };
}
