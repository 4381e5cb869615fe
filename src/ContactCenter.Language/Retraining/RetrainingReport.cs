using System.Globalization;
using System.Text;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Language.Retraining;

/// <summary>What a retraining found and did, for people and for metrics.</summary>
public sealed record RetrainingReport
{
    private const int MaximumTopics = 10;

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the model that served before, and was compared with.</summary>
    public required string Champion { get; init; }

    /// <summary>Why the model that was promoted last is not the champion; null when it is.</summary>
    public string? Unreadable { get; init; }

    /// <summary>Id of the new model; null when none was promoted.</summary>
    public string? Promoted { get; init; }

    /// <summary>Why nothing is promoted by itself; null when it is.</summary>
    public ModelHold? Hold { get; init; }

    /// <summary>The texts.</summary>
    public required RetrainingTexts Texts { get; init; }

    /// <summary>The comparison.</summary>
    public required PromotionDecision Decision { get; init; }

    /// <summary>What became of texts without a topic; null: there were none.</summary>
    public UnlabelledOutcome? Unlabelled { get; init; }

    /// <summary>The answers of both models.</summary>
    public required IReadOnlyList<PairedOutcome> Outcomes { get; init; }

    /// <summary>Drift of the last answers; null when there were too few.</summary>
    public TopicDrift? Drift { get; init; }

    /// <summary>Answers that drift was measured on.</summary>
    public long Answers { get; init; }

    /// <summary>The report as text in Markdown.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        Line(text, $"# Contact classifier, {At.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
        Line(text, $"");
        Line(
            text,
            Promoted is null
                ? (FormattableString)$"Model {Champion} stays in service. {Decision.Reason}"
                : $"Model {Promoted} serves instead of {Champion}. {Decision.Reason}");
        if (Unreadable is not null)
        {
            Line(text, $"");
            Line(text, $"{Unreadable}");
        }

        if (Hold is { } hold)
        {
            Line(text, $"");
            Line(
                text,
                $"Held since {hold.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC, when {hold.Model} was rolled back{(hold.Reason is { } why ? $" ({why})" : "")}: no model is promoted until `contactcenter models resume`, or until one is published.");
        }

        Line(text, $"");
        Line(
            text,
            $"- Accuracy on {Outcomes.Count} texts that neither has seen: {Decision.ChampionAccuracy:P1} before, {Decision.ChallengerAccuracy:P1} now.");
        Line(
            text,
            $"- {Texts.HeldBackCorrections.Count} of them are corrections since the model in service was trained; learned from {Texts.Training.Count} texts; {Texts.Corrections} corrections in all.");
        if (Unlabelled is not null)
        {
            Line(text, $"- {Unlabelled}");
        }

        foreach (var (topic, texts, before, now) in Changes())
        {
            Line(text, $"- {topic}: {before:P0} recognised before, {now:P0} now ({texts} texts).");
        }

        foreach (var topic in Texts.TooNew)
        {
            Line(text, $"- Topic '{topic.Key}' is not learned yet: it has {topic.Value} corrections.");
        }

        Line(text, Drift is null
            ? $"- Drift is not known: {Answers} answers are too few."
            : (FormattableString)
                $"- Drift over {Answers} answers: topics {Drift.Topics:0.00}, confidence {Drift.Confidence:0.00}; above {TopicDrift.Clear} is a clear change.");
        return text.ToString();
    }

    /// <summary>Topics that are recognised better or worse, the largest change first.</summary>
    private IEnumerable<(string Topic, int Texts, double Before, double Now)> Changes() => Outcomes
        .GroupBy(static outcome => outcome.Topic)
        .Select(static topic => (
            topic.Key,
            Texts: topic.Count(),
            Before: topic.Average(static outcome => outcome.ChampionIsRight ? 1.0 : 0),
            Now: topic.Average(static outcome => outcome.ChallengerIsRight ? 1.0 : 0)))
        .Where(static topic => topic.Before != topic.Now)
        .OrderByDescending(static topic => Math.Abs(topic.Now - topic.Before) * topic.Texts)
        .ThenBy(static topic => topic.Key, StringComparer.Ordinal)
        .Take(MaximumTopics);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

/// <summary>Where reports of retraining are kept for people.</summary>
public interface IRetrainingReports
{
    /// <summary>Stores a report.</summary>
    ValueTask WriteAsync(DateTimeOffset at, string text, CancellationToken cancellationToken);
}
