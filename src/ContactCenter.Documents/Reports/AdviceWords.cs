using System.Globalization;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Reports;

/// <summary>Advice on an alarm as a sentence: what to do, and what that would have been in the week on which it was tried.</summary>
public static class AdviceWords
{
    /// <summary>The sentence.</summary>
    /// <param name="advice">The advice.</param>
    /// <param name="language">A code such as <c>de</c>; one that is not known is English.</param>
    public static string Of(AlarmAdvice advice, string? language)
    {
        ArgumentNullException.ThrowIfNull(advice);
        Spoken.Speak(language);
        return Of(advice);
    }

    /// <summary>The same in the language that is spoken.</summary>
    internal static string Of(AlarmAdvice advice)
    {
        var (today, then) = (advice.Today, advice.Then);
        var what = advice.Kind switch
        {
            AdviceKind.Lengthen => Say.AdviceLengthen(Minutes(advice.Patience.Lasting), Minutes(advice.Patience.Quiet)),
            AdviceKind.Calm => Say.AdviceCalm(Minutes(advice.Patience.Quiet)),
            AdviceKind.Merge => Say.AdviceMerge(advice.Other!),
            AdviceKind.Demote => Say.AdviceDemote,
            AdviceKind.Raise when advice.Rule is { } rule => Say.AdviceRaise(
                rule.Threshold.ToString(CultureInfo.InvariantCulture), $"{rule.Datapoints}", $"{rule.Periods}"),
            AdviceKind.Schedule when advice.Hours is { } hours => Say.AdviceSchedule(
                $"{hours.From:00}:00", $"{(hours.From + hours.Hours) % 24:00}:00", hours.Days switch
                {
                    QuietDays.WorkingDays => Say.QuietWorkingDays,
                    QuietDays.Weekends => Say.QuietWeekends,
                    _ => Say.QuietAll,
                }),
            AdviceKind.MissingData => Say.AdviceMissingData,
            AdviceKind.Delete => Say.AdviceDelete,
            _ => Say.AdviceFix,
        };
        return Say.AdviceLine(
            advice.Alarm, what, $"{today.Firings}", $"{today.Noise}", $"{then.Firings}", $"{then.Noise}", $"{then.Incidents}",
            $"{then.Possible}", Minutes(then.MedianDelay), $"{advice.Labelled}");
    }

    private static string Minutes(TimeSpan time) => time.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture);
}
