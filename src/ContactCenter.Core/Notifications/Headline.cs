namespace ContactCenter.Core.Notifications;

/// <summary>The line that must be understood at three in the morning: at most ten words, the thing first, then the symptom.</summary>
public static class Headline
{
    /// <summary>Most words in a headline.</summary>
    public const int MaximumWords = 10;

    /// <summary>"Queue Billing: customers wait too long".</summary>
    public static string Of(IncidentMessage message)
    {
        var symptom = message.Symptom.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var subject = message.Subject.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        if (subject.Length == 0)
        {
            return string.Join(' ', symptom.Take(MaximumWords));
        }

        // a long name gives way before the symptom does: its end tells less than what is wrong
        var room = Math.Max(1, MaximumWords - symptom.Length);
        var name = string.Join(' ', subject.Take(room)) + (subject.Length <= room ? "" : "…");
        return $"{name}: {string.Join(' ', symptom.Take(MaximumWords - Math.Min(room, subject.Length)))}";
    }
}
