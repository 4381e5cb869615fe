using ContactCenter.Language.Text;

namespace ContactCenter.Language.Classification.Hearing;

/// <summary>
/// Tells whether a clause denies what it is about, English and German: "I did not lose my card", "I don't want to cancel", "es geht nicht
/// um eine Beschwerde", and what is over ("I found my card again"). What does not work, has not come or is not known is no denial but
/// the very harm, and "don't renew my plan" is a wish.
/// </summary>
internal static class Denial
{
    /// <summary>How far behind a denial its word stands: "not had my card stolen", "no card was lost".</summary>
    private const int Reach = 4;
    private const int ReachOfNo = 3;

    private static readonly HashSet<string> Inability = HarmWords.Words("cant cannot couldnt unable");

    private static readonly HashSet<string> First = HarmWords.Words("i im ive we ich wir");

    private static readonly HashSet<string> Wishes = HarmWords.Words(
        "want wanna wanted wish need intend plan planning going gonna trying calling ringing writing asking contacting here looking");

    private static readonly HashSet<string> GermanWishes = HarmWords.Words(
        "mochte mochten will wollen wollte wollten wunsche brauche brauchen benotige plane vorhabe");

    // what cannot be done is a harm, and none that is denied
    private static readonly HashSet<string> Ability = HarmWords.Words("can could kann konnte konnen konnten");

    // who does not want to go on with something wants its end, and who does not want a machine wants a person
    private static readonly HashSet<string> GoingOn = HarmWords.Words(
        "renew keep continue extend stay remain pay wait receive subscribe have be use machine robot bot computer recording "
        + "verlangern behalten weiter weiterfuhren fortsetzen bleiben zahlen bezahlen warten haben nutzen maschine roboter computer automat");

    private static readonly HashSet<string> NoMore = HarmWords.Words("anymore more longer mehr langer");

    // behind these another thought begins
    private static readonly HashSet<string> Barriers = HarmWords.Words(
        "if whether ob because weil since who when until bis only just nur sure sicher");

    private static readonly HashSet<string> Opinions = HarmWords.Words(
        "think believe suppose say said saying claim claimed glaube denke meine sage gesagt behauptet nicht not");

    private static readonly HashSet<string> Pronouns =
        HarmWords.Words("i my you he she it we they someone somebody ich meine mein jemand");

    /// <summary>Whether a clause denies.</summary>
    public static bool IsIn(WordReader words, Clause clause)
    {
        for (var i = clause.First; i < clause.End; i++)
        {
            if (HarmWords.IsNegation(words[i])
                && !HarmWords.Has(Inability, words[i])
                && !Any(words, words[i] is "not" ? i - 1 : clause.First, i, Ability)
                && (IsWishDenied(words, clause, i) || IsHarmDenied(words, clause, i)))
            {
                return true;
            }
        }

        return IsOver(words, clause);
    }

    private static bool IsWishDenied(WordReader words, Clause clause, int at)
    {
        var isFirst = Any(words, clause.First, at, First) || Any(words, at, clause.End, First);
        var next = words[at + 1];
        var isAbout = at + 1 < clause.End && next is "about" or "regarding" or "wegen" or "um";
        if (!isAbout && !(isFirst && (Any(words, at + 1, Math.Min(clause.End, at + Reach), Wishes) || IsGermanWish(words, clause, at))))
        {
            return false;
        }

        // who no longer wants something wants its end, unless that is what is no longer wanted
        return !Any(words, at + 1, clause.End, GoingOn)
            && (!Any(words, at + 1, clause.End, NoMore) || Any(words, at + 1, Math.Min(clause.End, at + 1 + Reach), null));
    }

    // "ich möchte meinen Vertrag nicht kündigen": the wish stands before its denial
    private static bool IsGermanWish(WordReader words, Clause clause, int at) =>
        Any(words, clause.First, at, GermanWishes)
            && (words[at] is ['k', 'e', 'i', 'n', ..] || (words[at] is "nicht" && at + 1 == clause.Last && words[at + 1] is [.., 'n']));

    private static bool IsHarmDenied(WordReader words, Clause clause, int at)
    {
        var isDeterminer = words[at] is "no" or ['k', 'e', 'i', 'n', ..];
        var reach = isDeterminer ? ReachOfNo : Reach;
        var isFirst = Any(words, clause.First, at, First);
        var isImperative = at <= clause.First + 2 && (words[clause.First] is "dont" or "do" or "please" or "bitte" or "nicht" or "never");
        for (var i = at + 1; i < clause.End && i <= at + reach; i++)
        {
            // "not happy that it was stolen" denies no theft, "I don't think that it was stolen" does
            var isOpinion = HarmWords.Has(Opinions, words[i - 1]) || HarmWords.Has(Opinions, words[i]);
            reach += isOpinion && i == at + 1 ? Reach : 0;
            if (HarmWords.Has(Barriers, words[i])
                || (words[i] is "that" or "dass" && !isOpinion)
                || (isDeterminer && HarmWords.Has(Pronouns, words[i])))
            {
                return false;
            }

            if (HarmWords.IsLoss(words[i]) || (HarmWords.IsEnd(words[i]) && (isFirst || isImperative || words[i] is [.., 'g'])))
            {
                return true;
            }
        }

        // "ich kündige nicht", "sperren Sie meine Karte bitte nicht"
        return at == clause.Last && words[at] is "nicht" && Any(words, clause.First, at, null);
    }

    private static bool IsOver(WordReader words, Clause clause)
    {
        var (isFound, isLost) = (false, false);
        for (var i = clause.First; i < clause.End; i++)
        {
            if (HarmWords.IsNegation(words[i]) || (isFound && HarmWords.IsLoss(words[i])))
            {
                return false;
            }

            // "my lost card turned up", but "they found my stolen card"
            isLost |= HarmWords.IsLoss(words[i]);
            isFound |= (!isLost && words[i] is "gefunden")
                || (!isLost && words[i] is "found" && words[i + 1] is "my" or "it"
                    && (clause.Last <= i + 2 || words[clause.Last] is "again"))
                || words[i] is "wiedergefunden"
                || (words[i] is "turned" && words[i + 1] is "up")
                || (words[i] is "wieder" && words[i + 1] is "da" or "aufgetaucht" or "gefunden")
                || (words[i] is "is" or "are" && words[i + 1] is "back");
        }

        return isFound;
    }

    private static bool Any(WordReader words, int from, int to, HashSet<string>? set)
    {
        for (var i = from; i < to; i++)
        {
            if (set is null ? HarmWords.IsEnd(words[i]) : HarmWords.Has(set, words[i]))
            {
                return true;
            }
        }

        return false;
    }
}
