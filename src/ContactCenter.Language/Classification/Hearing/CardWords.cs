namespace ContactCenter.Language.Classification.Hearing;

/// <summary>
/// Which card a word means, English and German, folded. "Card" and "Karte" name many things that are lost: who lost a ticket
/// (Eintrittskarte) or a library card has no account that must be blocked.
/// </summary>
internal static class CardWords
{
    /// <summary>What stands before "card", or is joined with it by a hyphen, and makes another thing of it.</summary>
    private static readonly HashSet<string> OtherKinds = HarmWords.Words(
        "library memory sim esim nano micro sd microsd gift membership member loyalty bonus points discount voucher greeting birthday christmas "
        + "wedding invitation boarding train bus metro tram subway railway rail ferry ski season parking id identity identification insurance "
        + "health medical vaccination student school university staff employee visitor guest access key room hotel door report score playing "
        + "trading collectible pokemon magic tarot graphics graphic video sound network wifi wild calling phone time punch press green flash "
        + "capture fuel gym fitness swimming museum concert cinema theater theatre festival ticket post index recipe flash "
        + "bahn u s db monats wochen jahres tages kunden gast krankenkassen versicherungs gesundheits ausweis park tank");

    /// <summary>First parts of the German compounds that mean a card of an account.</summary>
    private static readonly HashSet<string> OfAccounts = HarmWords.Words(
        "kredit bank giro debit visa master maestro ec geld zahl zahlungs prepaid firmen konto partner zusatz ersatz plastik chip bankomat "
        + "bankomaten haupt zweit gold platin kreditkarten");

    /// <summary>What a word says about a card.</summary>
    /// <param name="word">The word, folded.</param>
    /// <param name="before">The word before it, folded; empty where there is none.</param>
    public static CardKind Of(ReadOnlySpan<char> word, ReadOnlySpan<char> before)
    {
        if (word is "card" or "cards" or "karte" or "karten")
        {
            return HarmWords.Has(OtherKinds, before) ? CardKind.Other : CardKind.Account;
        }

        var first = word.EndsWith("karten") ? word[..^6] : word.EndsWith("karte") ? word[..^5] : [];
        return first.IsEmpty ? CardKind.None
            : HarmWords.Has(OfAccounts, first) || first.EndsWith("bank") || first.EndsWith("kassen") || first.EndsWith("kasse")
                ? CardKind.Account
                : CardKind.Other;
    }
}

/// <summary>What a word says about a card.</summary>
internal enum CardKind
{
    /// <summary>It is about no card.</summary>
    None,

    /// <summary>A card, or one of an account.</summary>
    Account,

    /// <summary>Another thing that is called a card.</summary>
    Other,
}
