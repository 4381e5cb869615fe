using System.Collections.Immutable;

namespace ContactCenter.Core.Learning.Reports;

/// <summary>
/// What was finished without an agent: questions that articles answered, and routine wishes that dialogues finished. Whether the customer
/// came again afterwards is not in it: no count knows which customer it was.
/// </summary>
public sealed record SelfServiceSection
{
    /// <summary>Of the questions that were asked, those to which there was an answer.</summary>
    public Share Answered { get; init; }

    /// <summary>Of those who said whether an answer had helped, those whom it had: who is satisfied needs no agent (deflection).</summary>
    public Share Helped { get; init; }

    /// <summary>Of the dialogues that began, those that were finished without an agent (containment).</summary>
    public Share Contained { get; init; }

    /// <summary>The same of answers that helped, in the period before.</summary>
    public Share HelpedBefore { get; init; }

    /// <summary>The same of dialogues, in the period before.</summary>
    public Share ContainedBefore { get; init; }

    /// <summary>Dialogues, those first of which most were not finished.</summary>
    public ImmutableArray<DialogueSection> Dialogues { get; init; } = [];

    /// <summary>Counts it; null: nothing was counted in the period, as where there is no self-service. Days are those of UTC.</summary>
    internal static SelfServiceSection? Of(ReportPeriod period, IReadOnlyList<SelfServiceDay> days)
    {
        var (now, before) = (In(period), In(period.Before));
        if (!now.Any(static day => day.Value > 0))
        {
            return null;
        }

        var dialogues = now.Select(static day => day.Dialogue).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(name => new DialogueSection(
                name,
                new Share(Sum(now, SelfServiceCount.Done, name), Sum(now, SelfServiceCount.Begun, name)),
                Sum(now, SelfServiceCount.ToAgent, name),
                Sum(now, SelfServiceCount.Failed, name)));
        return new SelfServiceSection
        {
            Answered = new Share(Sum(now, SelfServiceCount.Answers), Sum(now, SelfServiceCount.Questions)),
            Helped = new Share(Sum(now, SelfServiceCount.Helped), Sum(now, SelfServiceCount.Said)),
            HelpedBefore = new Share(Sum(before, SelfServiceCount.Helped), Sum(before, SelfServiceCount.Said)),
            Contained = new Share(Sum(now, SelfServiceCount.Done), Sum(now, SelfServiceCount.Begun)),
            ContainedBefore = new Share(Sum(before, SelfServiceCount.Done), Sum(before, SelfServiceCount.Begun)),
            Dialogues =
            [
                .. dialogues.OrderByDescending(static one => one.Contained.Of - one.Contained.Met)
                    .ThenBy(static one => one.Dialogue, StringComparer.Ordinal),
            ],
        };

        SelfServiceDay[] In(ReportPeriod of) => [.. days.Where(day => day.Day >= of.FirstDay && day.Day < of.EndDay)];
    }

    private static long Sum(SelfServiceDay[] days, SelfServiceCount count, string? dialogue = null) => days
        .Where(day => day.Count == count && (dialogue is null || day.Dialogue == dialogue)).Sum(static day => day.Value);
}

/// <summary>A dialogue in a period.</summary>
/// <param name="Dialogue">Its name.</param>
/// <param name="Contained">Of those that began, those that the customer's function finished.</param>
/// <param name="ToAgent">Those that an agent took over.</param>
/// <param name="Failed">How often the customer's function failed.</param>
public sealed record DialogueSection(string Dialogue, Share Contained, long ToAgent, long Failed);

/// <summary>What is counted of self-service.</summary>
public enum SelfServiceCount
{
    /// <summary>Questions that were asked.</summary>
    Questions,

    /// <summary>Those to which there was an answer.</summary>
    Answers,

    /// <summary>Customers who said whether an answer had helped.</summary>
    Said,

    /// <summary>Those whom it had.</summary>
    Helped,

    /// <summary>Dialogues that began.</summary>
    Begun,

    /// <summary>Those that the customer's function finished.</summary>
    Done,

    /// <summary>Those that an agent took over.</summary>
    ToAgent,

    /// <summary>How often the customer's function failed.</summary>
    Failed,
}

/// <summary>What was counted of self-service on a day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Count">What.</param>
/// <param name="Dialogue">Which dialogue; null: articles.</param>
/// <param name="Value">How often.</param>
public sealed record SelfServiceDay(DateOnly Day, SelfServiceCount Count, string? Dialogue, long Value);
