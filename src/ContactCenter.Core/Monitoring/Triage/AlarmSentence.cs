using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>What an alarm tells, in a sentence or two: the catalog's words where it is an alarm of the catalog, else its own.</summary>
internal static class AlarmSentence
{
    /// <summary>More names are counted.</summary>
    private const int MaximumChildren = 5;

    public static string Of(AlarmChange change, AlarmDefinition? definition, AlarmDescription description)
    {
        if (change.State == AlarmState.InsufficientData)
        {
            return $"{Sentences.NoDataMeaning}{Series(change)}";
        }

        var size = $"{Sentences.Full(Breach.Size(change, definition))}{Series(change)}";
        return definition is not null
            ? $"{definition.Description} {size}"
            : description == AlarmDescription.Empty && change.Description is { } text ? $"{text} {size}" : Sentence(change, size);
    }

    /// <summary>Which alarms made a composite alarm red, or nothing when it does not tell.</summary>
    public static string Children(AlarmChange change)
    {
        var names = change.Children.Select(static arn => AlarmTexts.ArnField(arn, 6)).Where(static name => name.Length > 0).ToArray();
        return names.Length == 0
            ? ""
            : names.Length <= MaximumChildren ? Sentences.RedBecause(string.Join(", ", names))
            : Sentences.RedBecauseMore(string.Join(", ", names.Take(MaximumChildren)), $"{names.Length - MaximumChildren}");
    }

    private static string Sentence(AlarmChange change, string size) =>
        change.Kind == AlarmKind.Composite && change.Reason.Length > 0 ? $"{change.Reason} {Children(change)}".TrimEnd() : size;

    /// <summary>Every attribute of a series, also those that name no resource.</summary>
    private static string Series(AlarmChange change) => change.ContributorAttributes.Count == 0
        ? ""
        : $" {Sentences.SeriesIs(string.Join(", ", change.ContributorAttributes.Select(static one => $"{one.Name} {one.Value}")))}";
}
