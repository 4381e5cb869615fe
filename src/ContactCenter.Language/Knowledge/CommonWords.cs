namespace ContactCenter.Language.Knowledge;

/// <summary>
/// Words, folded, that say when, where, how and for whom something is asked rather than what: that no article has them makes no answer
/// doubtful.
/// They are terms nevertheless, unlike stop words, for where an article has one it is about it.
/// </summary>
internal static class CommonWords
{
    private static readonly HashSet<string> All = (
        "although though while yesterday tomorrow tonight morning evening week month year long soon often always never much many more most "
        + "train bu bus taxi car street holidai home work shop supermarket school wife husband son daughter child friend "
        + "put take make use used made sent send want able possible really actually currently already maybe sometimes quickly exactly "
        + "man nun tun mach komm gibt gestern morgen abend woche monat jahr lang oft imm viel mehr wirklich gerade eigentlich vielleicht "
        + "schnell mogl ins meist").Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a term is one of them; terms are stems, so these are too.</summary>
    public static bool Has(string term) => All.Contains(term);
}
