using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Contacts.Synthetic;

/// <summary>
/// What the ends of synthetic contacts mean. Two wrong ends of the last three are an outage; a single one is chance. What has never gone
/// right since it was written proves nothing of customers, but that somebody has to look at it; and neither does what could not be tried.
/// Pure.
/// </summary>
public static class SyntheticRating
{
    /// <summary>So many wrong ends of the last <see cref="SyntheticTrack.Looked"/> are an outage.</summary>
    public const int WrongEnds = 2;

    /// <summary>So often in a row one may not be tried before that is told.</summary>
    public const int Failures = 2;

    /// <summary>Longest text of what was heard instead.</summary>
    private const int MaximumText = 160;

    /// <summary>What is known of a contact after one more end.</summary>
    public static SyntheticTrack After(SyntheticTrack track, SyntheticOutcome end)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(end);
        return end.Result == SyntheticResult.Unknown
            ? track with { Execution = null, Failures = track.Failures + 1, Failure = end.Text ?? "" }
            : track with
            {
                Execution = null,
                Failures = 0,
                Failure = null,
                HasPassed = track.HasPassed || end.Result == SyntheticResult.Right,
                Ends = [.. track.Ends.TakeLast(SyntheticTrack.Looked - 1), end],
            };
    }

    /// <summary>What is wrong for customers, as a sentence that names the step; null: nothing is known to be.</summary>
    public static string? Outage(SyntheticContact contact, SyntheticTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return track.HasPassed ? Wrong(contact, track) : null;
    }

    /// <summary>Why a contact proves nothing, as a sentence; null: it does.</summary>
    public static string? Unproven(SyntheticContact contact, SyntheticTrack track)
    {
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(track);
        return track.Failures >= Failures ? Sentences.SyntheticUntried(contact.Id, CleanText.Line(track.Failure ?? "", MaximumText))
            : !track.HasPassed && Wrong(contact, track) is { } wrong ? $"{Sentences.SyntheticNeverRight(contact.Id)} {wrong}"
            : null;
    }

    private static string? Wrong(SyntheticContact contact, SyntheticTrack track)
    {
        ArgumentNullException.ThrowIfNull(contact);
        var wrong = track.Ends.Where(static end => end.Result == SyntheticResult.Wrong).ToArray();
        if (wrong.Length < WrongEnds)
        {
            return null;
        }

        var last = wrong[^1];
        var step = (last.Step ?? SyntheticStep.Greeting) switch
        {
            SyntheticStep.Greeting => Sentences.SyntheticNoGreeting,
            SyntheticStep.Bot => Sentences.SyntheticNoBot,
            SyntheticStep.Arrival => Sentences.SyntheticNoArrival(contact.Number ?? "", Number((int)SyntheticCall.Lasts.TotalMinutes)),
            _ => Sentences.SyntheticNoQueue(contact.Queue?.Name ?? ""),
        };
        var text = $"{Sentences.SyntheticWrong(contact.Id, Number(wrong.Length), Number(track.Ends.Count))} {step}";
        return last.Text is { Length: > 0 } seen ? $"{text} {Sentences.SyntheticSeen(CleanText.Line(seen, MaximumText))}" : text;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
