namespace ContactCenter.Core.Contacts.Sentiment;

/// <summary>
/// How a contact goes, as one number: the words of the customer, or what Contact Lens says of them, and in calls that are followed how
/// the talk itself goes. Who cuts the other short again and again, or is silent for long, is heard before the words say it. Loudness is
/// not in it: Contact Lens tells it after the call. Pure.
/// </summary>
/// <param name="Lately">How the last turns sounded, -1 to 1.</param>
/// <param name="Before">How those before them sounded; null: not known.</param>
/// <param name="Interruptions">How often one cut the other short in the last turns; null: not known.</param>
/// <param name="SilentShare">Share of the time of the last turns in which nobody talked, 0 to 1; null: not known.</param>
public sealed record ContactTrend(double Lately, double? Before, int? Interruptions, double? SilentShare)
{
    /// <summary>More than this in the last turns of a customer is no usual talk.</summary>
    public const int UsualInterruptions = 1;

    /// <summary>So much of a talk is silent while somebody types or looks something up.</summary>
    public const double UsualSilence = 0.3;

    /// <summary>What the talk itself takes from the words at most: half a step between neutral and negative, so words decide.</summary>
    public const double MaximumOfTalk = 0.2;

    private const double OfInterruption = 0.05;
    private const double OfSilence = 0.5;

    /// <summary>Fewer scores say nothing where there are no turns.</summary>
    private const double MinimumScores = 3;

    /// <summary>Who begins just before the other ends takes turns; who begins earlier cuts short. Milliseconds.</summary>
    private const long MinimumOverlap = 500;

    /// <summary>The one number, -1 to 1.</summary>
    public double Score => Math.Max(Lately - Math.Min(MaximumOfTalk, OfTalk), -1);

    /// <summary>Whether it goes badly and has fallen, or goes very badly; by the bounds of <see cref="Conversation"/>.</summary>
    public bool IsWorsening =>
        Score <= Conversation.VeryLow || (Before is { } before && Score <= Conversation.Low && Score <= before - Conversation.Fall);

    private double OfTalk =>
        (Math.Max((Interruptions ?? 0) - UsualInterruptions, 0) * OfInterruption)
            + (Math.Max((SilentShare ?? 0) - UsualSilence, 0) * OfSilence);

    /// <summary>The trend of a contact; null: too little was heard of it.</summary>
    /// <param name="contact">What is known of it.</param>
    public static ContactTrend? Of(ContactSentiment contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        if (contact.Conversation is not { } conversation)
        {
            return contact.Trend.Average is { } average && contact.Trend.Weight >= MinimumScores
                ? new ContactTrend(average, null, null, null)
                : null;
        }

        // what a first turn sounds like is no trend
        if (conversation is not { Lately: { } lately, Before: { } before })
        {
            return null;
        }

        HeardTurn[] recent = [.. conversation.Latest.Skip(conversation.Latest.Count - Conversation.Recent)];
        var begin = recent[0].Begin;
        TalkSpan[] customer =
        [
            .. recent.Where(static turn => turn.End > turn.Begin).Select(static turn => new TalkSpan(turn.Id, turn.Begin, turn.End)),
        ];
        TalkSpan[] agents = [.. (conversation.Others ?? []).Where(span => span.End > begin)];

        // who talks long does so in many spans, and of those that are no longer known it cannot be told who was silent
        var isCut = conversation.Others?.Count >= Conversation.MaximumLatest && conversation.Others[0].Begin > recent[0].End;
        return customer.Length < Conversation.Recent || agents.Length == 0 || isCut
            ? new ContactTrend(lately, before, null, null)
            : new ContactTrend(lately, before, Cuts(customer, agents) + Cuts(agents, customer), Silent(customer, agents, begin));
    }

    /// <summary>How many spans of one begin within a span of the other.</summary>
    private static int Cuts(TalkSpan[] cutting, TalkSpan[] cut) => cutting.Count(one =>
        cut.Any(other => one.Begin > other.Begin && one.Begin <= other.End - MinimumOverlap));

    private static double Silent(TalkSpan[] customer, TalkSpan[] agents, long begin)
    {
        var (end, silent) = (begin, 0L);
        foreach (var span in customer.Concat(agents).OrderBy(static span => span.Begin))
        {
            silent += Math.Max(span.Begin - end, 0);
            end = Math.Max(end, span.End);
        }

        return end > begin ? (double)silent / (end - begin) : 0;
    }
}

/// <summary>When somebody talked, in milliseconds from the beginning of the call.</summary>
/// <param name="Id">Id of the turn; one that comes again has the same.</param>
/// <param name="Begin">Its beginning.</param>
/// <param name="End">Its end.</param>
public sealed record TalkSpan(string Id, long Begin, long End);
