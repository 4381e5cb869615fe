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
            _ => Say.AdviceFix,
        };
        return Say.AdviceLine(
            advice.Alarm, what, $"{today.Firings}", $"{today.Noise}", $"{then.Firings}", $"{then.Noise}", $"{then.Incidents}",
            $"{then.Possible}", Minutes(then.MedianDelay), $"{advice.Labelled}");
    }

    private static string Minutes(TimeSpan time) => time.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture);
}
