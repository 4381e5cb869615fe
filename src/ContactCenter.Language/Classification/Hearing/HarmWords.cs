using ContactCenter.Language.Text;

namespace ContactCenter.Language.Classification.Hearing;

/// <summary>Words by which people say that something went wrong, or must end, English and German, folded.</summary>
internal static class HarmWords
{
    /// <summary>What has happened to somebody; who denies it has suffered none.</summary>
    private static readonly HashSet<string> Losses = Words(
        "lose loses losing lost loss stole stolen steal stealing theft robbed fraud fraudulent scam scammed hacked hack hacking missing broken "
        + "damaged complaint complaints complain complaining problem problems trouble wrong misplaced swallowed "
        + "verloren verliere verlieren verlust gestohlen geklaut stehlen klauen diebstahl betrug betrogen gehackt beschwerde beschwerden "
        + "beschweren reklamation reklamieren problem probleme kaputt defekt beschadigt weg verschwunden notfall missbraucht abhanden");

    /// <summary>What somebody asks to be done; denied, it is asked not to be.</summary>
    private static readonly HashSet<string> Ends = Words(
        "cancel cancelling canceling cancelled canceled cancellation terminate terminating quit quitting close closing unsubscribe block "
        + "blocking freeze freezing lock locking kundigen kundige kundigung gekundigt stornieren storniere beenden beende widerrufen sperren "
        + "sperre schliessen");

    /// <summary>Names of harms, which a seminar has as well as a victim; the other words say that something has happened.</summary>
    private static readonly HashSet<string> Subjects = Words(
        "loss fraud scam hack theft complaint complaints problem problems trouble emergency phishing "
        + "verlust diebstahl betrug beschwerde beschwerden reklamation problem probleme notfall");

    /// <summary>Who something happens to, who does it, and the very thing that somebody asks about.</summary>
    private static readonly HashSet<string> People = Words(
        "i im ive id my me mine we our us someone somebody they he she ich mein meine meinem meinen meiner mir mich wir unser unsere uns "
        + "jemand this that these those it dies das diese dieser dieses je jai mon ma mes nous nos me mi mis io mio mia mijn ik");

    /// <summary>
    /// What is done about a harm, and what a customer has here that it befalls: beside these alone "bank fraud" and "Betrug melden" are
    /// the harm itself, and not a form or a seminar about it.
    /// </summary>
    private static readonly HashSet<string> Ours = Words(
        "report reporting suspected suspicion attempted possible alert bank banking online account accounts card cards credit debit payment "
        + "payments transaction transactions charge charges transfer money identity direct paypal cheque check wire atm app "
        + "ec visa mastercard maestro girocard wallet purse bag email mail sms text message call link urgent help today yesterday received got "
        + "happened detected noticed erhalten bekommen passiert bemerkt entdeckt dringend hilfe heute gestern nachricht anruf geldborse "
        + "brieftasche geldbeutel portemonnaie handtasche "
        + "melden meldung melde anzeigen anzeige verdacht versuch versuchter versuchte mutmasslicher konto konten bankkonto girokonto karte "
        + "karten kreditkarte kreditkarten bankkarte girokarte zahlung zahlungen uberweisung uberweisungen abbuchung abbuchungen buchung "
        + "lastschrift lastschriften geld identitat onlinebanking daten kartenzahlung");

    /// <summary>Begins of questions.</summary>
    private static readonly HashSet<string> Questions = Words(
        "what whats how why when where which who do does is are can could was wie warum wann wo welche welcher welches wer gibt ist sind kann");

    private static readonly HashSet<string> Others = Words(
        "gone taken took dropped left fell expired kept ate retained emergency unknown unauthorised unauthorized unrecognised "
        + "unrecognized suspicious strange phishing blocked frozen worried withdrawn withdrew "
        + "eingezogen unbekannt unbekannte verdachtig verdachtige fremd fremde gesperrt "
        + "perdu perdue perdi vole volee volees perdido perdida robado robada robaron perso rubata smarrita gestolen verloren kwijt");

    /// <summary>Words that turn another around. Of inability see <see cref="Denial"/>.</summary>
    internal static readonly HashSet<string> Negations = Words(
        "not dont didnt doesnt isnt arent wasnt werent havent hasnt hadnt wont wouldnt shouldnt never no nobody nothing none neither nor "
        + "cant cannot couldnt unable nicht kein keine keinen keinem keiner keines nie niemals niemand nichts weder");

    private static readonly HashSet<string> English = StopWords.Of("en");
    private static readonly HashSet<string> German = StopWords.Of("de");

    /// <summary>Whether a folded word says that somebody has suffered something.</summary>
    public static bool IsLoss(ReadOnlySpan<char> word) => Has(Losses, word);

    /// <summary>Whether a folded word asks for an end.</summary>
    public static bool IsEnd(ReadOnlySpan<char> word) => Has(Ends, word);

    /// <summary>Whether a folded word turns another around.</summary>
    public static bool IsNegation(ReadOnlySpan<char> word) => Has(Negations, word);

    /// <summary>Whether a word as it is written says that something is wrong; what is not so or does not work is wrong too.</summary>
    public static bool IsHarm(ReadOnlySpan<char> written)
    {
        Span<char> room = stackalloc char[EncodedTextMaximum];
        var word = Fold(written, room);
        return Has(Losses, word) || Has(Ends, word) || Has(Others, word) || Has(Negations, word);
    }

    /// <summary>Whether a word as it is written only names a kind of harm.</summary>
    public static bool IsSubject(ReadOnlySpan<char> written) => IsWritten(Subjects, written);

    /// <summary>Whether a word as it is written is what is done about a harm, or what it befalls.</summary>
    public static bool IsOurs(ReadOnlySpan<char> written) => IsWritten(Ours, written);

    /// <summary>Whether a word as it is written is about somebody, or something that is at hand.</summary>
    public static bool IsSomebody(ReadOnlySpan<char> written) => IsWritten(People, written);

    /// <summary>Whether a question begins with a word as it is written.</summary>
    public static bool IsQuestion(ReadOnlySpan<char> written) => IsWritten(Questions, written);

    /// <summary>Whether a word as it is written says what a text is about; small words and marks do not.</summary>
    public static bool IsContent(ReadOnlySpan<char> written)
    {
        Span<char> room = stackalloc char[EncodedTextMaximum];
        var word = Fold(written, room);
        return word.Length > 1 && !Has(English, word) && !Has(German, word) && !Has(Negations, word);
    }

    private static bool IsWritten(HashSet<string> set, ReadOnlySpan<char> written)
    {
        Span<char> room = stackalloc char[EncodedTextMaximum];
        return Has(set, Fold(written, room));
    }

    internal static bool Has(HashSet<string> set, ReadOnlySpan<char> word) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    internal static HashSet<string> Words(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Letters of a word that count.</summary>
    internal const int EncodedTextMaximum = 40;

    /// <summary>A word as it is written in the letters by which words are known.</summary>
    internal static ReadOnlySpan<char> Fold(ReadOnlySpan<char> written, Span<char> room)
    {
        var length = 0;
        foreach (var letter in written)
        {
            if (length < room.Length && !LetterFolding.IsIgnored(letter))
            {
                room[length++] = LetterFolding.Fold(letter);
            }
        }

        return room[..length];
    }
}
