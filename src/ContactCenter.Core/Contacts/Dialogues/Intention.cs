namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>What a customer means by an answer that is no value: yes, no, a person, an end. English and German, words and keys.</summary>
internal static class Intention
{
    /// <summary>In words that are a value themselves, so few mean something else.</summary>
    private const int MaximumAside = 3;

    /// <summary>So many words at most ask for a person where any words would be a value.</summary>
    private const int MaximumRequest = 8;

    private static readonly HashSet<string> YesWords = Set(
        "yes yeah yep yup sure ok okay correct right exactly absolutely agree agreed confirmed ja jawohl jo genau richtig stimmt passt klar "
        + "gerne einverstanden korrekt natuerlich");

    private static readonly string[] YesPhrases =
        ["go ahead", "of course", "do it", "all right", "in ordnung", "auf jeden fall", "so ist es"];

    /// <summary>
    /// What may stand beside a yes and adds nothing to it, by language. Every other word is a condition, a question or another wish:
    /// whoever says one is asked again, because what a yes has done cannot be taken back.
    /// </summary>
    private static readonly Dictionary<string, HashSet<string>> Fillers = new(StringComparer.Ordinal)
    {
        ["en"] = Set(
            "please thanks that thats it its this is so then i do did fine good great perfect very quite much alright oh um uh hm well"),
        ["de"] = Set(
            "bitte danke vielen dank das es so ist ich sie dann doch also na mal sehr gut prima super perfekt ganz mach machen will moechte "
            + "oh aeh aehm hm"),
    };

    private static readonly string[] Thanks = ["thank you"];

    /// <summary>Speech has no question marks.</summary>
    private static readonly string[] Questions = ["is that", "is it", "is this", "ist das", "ist es"];

    /// <summary>Said before "das" or "es" they ask: "ja, stimmt das so?"; but "stimmt, das ist richtig" says yes.</summary>
    private static readonly HashSet<string> Fits = Set("stimmt passt");

    private static readonly HashSet<string> Fitting = Set("das es");

    /// <summary>They are a yes by themselves or behind one, and else a wish: "please correct it", "mach das bitte richtig".</summary>
    private static readonly HashSet<string> Right = Set("correct right richtig korrekt");

    /// <summary>What may stand before those and changes nothing.</summary>
    private static readonly HashSet<string> BeforeRight = Set(
        "very quite genau ganz sehr absolutely exactly so oh um uh hm well aeh aehm");

    private static readonly HashSet<string> Subjects = Set("that this it das es");

    private static readonly HashSet<string> Objects = Set("it that this");

    private static readonly HashSet<string> Doing = Set("do mach machen");

    private static readonly HashSet<string> NoWords = Set(
        "no nope nah wrong incorrect not dont doesnt isnt nein nee falsch nicht kein keine keinesfalls");

    private static readonly string[] NoMatter = ["no problem", "no worries", "kein problem", "keine frage"];

    /// <summary>They make a question of what stands before them, and no no.</summary>
    private static readonly string[] Tags = ["nicht wahr", "oder nicht"];

    private static readonly HashSet<string> PlainYes = Set("yes ja");

    private static readonly HashSet<string> Persons = Set(
        "agent human person operator representative someone somebody advisor mitarbeiter mitarbeiterin mitarbeitern mensch menschen "
        + "berater beraterin kundenberater kundenberaterin jemand jemanden jemandem kundendienst person");

    private static readonly string[] PersonPhrases =
        ["verbinden sie mich", "bitte verbinden", "put me through", "connect me", "customer service", "live chat"];

    private static readonly HashSet<string> Wishes = Set(
        "speak talk want need connect get sprechen reden will moechte brauche verbinden verbinde bitte please");

    private static readonly HashSet<string> EndWords = Set("cancel stop nevermind quit abbrechen abbruch stopp stornieren");

    private static readonly string[] EndPhrases =
        ["forget it", "never mind", "vergiss es", "vergessen sie es", "lass gut sein", "lassen wir das", "doch nicht"];

    private static readonly HashSet<string> Repeats = Set("repeat pardon wiederholen wiederhole");

    private static readonly string[] RepeatPhrases =
    [
        "say that again", "what did you say", "once more", "wie bitte", "noch einmal", "noch mal", "nochmal", "did not hear",
        "nicht verstanden", "nichts gehoert", "say again"
    ];

    /// <summary>What is said at the end and wishes for nothing more.</summary>
    private static readonly HashSet<string> Farewell = Set(
        "no nope nothing none thanks thank you very much that is all thats it was bye goodbye good great perfect super ok okay fine else "
        + "for now have a nice day cheers nein nee nichts danke dank vielen schoen schoenen tag noch das wars war alles gut prima toll "
        + "klasse tschuess tschuss auf wiedersehen wiederhoeren mehr sonst dir ihnen und and sehr reicht so nett lieb");

    /// <summary>Yes is true, no is false; null for neither, for both, and for a yes with anything beside it.</summary>
    /// <param name="text">What was said or pressed.</param>
    /// <param name="words">Its words.</param>
    /// <param name="language">Two-letter code of what is spoken.</param>
    /// <param name="known">Words of the values that are confirmed: who repeats them says nothing new.</param>
    /// <param name="isHeardAsYes">The bot has heard its intent of yes.</param>
    public static bool? Agrees(string text, SaidWords words, string language, SaidWords known, bool isHeardAsYes)
    {
        switch (text.Trim())
        {
            case "1":
                return true;
            case "2":
                return false;
        }

        var said = Replaced(Replaced(Replaced(words, [.. NoMatter, .. YesPhrases], "ok"), Tags, "oder"), Thanks, "thanks");
        return (isHeardAsYes || said.HasAny(YesWords), said.HasAny(NoWords)) switch
        {
            (true, false) => IsPlain() ? true : null,
            (false, true) => false,

            // "that is not right" is no, "yes, no" is neither
            (true, true) => isHeardAsYes || said.HasAny(PlainYes) ? null : false,
            _ => null,
        };

        bool IsPlain() => !text.Contains('?', StringComparison.Ordinal)
            && !said.HasPhrase(Questions)
            && !AsksWhetherItFits(said.All)
            && SaysRight(words, said.All, known)
            && said.All.All(word => YesWords.Contains(word) || Fillers.GetValueOrDefault(language)?.Contains(word) == true
                || known.All.Contains(word));
    }

    /// <summary>Whether a person is wanted.</summary>
    /// <param name="text">What was said or pressed.</param>
    /// <param name="words">Its words.</param>
    /// <param name="isFree">Any words would be a value, so that a person may only be told of.</param>
    public static bool WantsPerson(string text, SaidWords words, bool isFree) =>
        text.Trim() == "0"
        || words.HasPhrase(PersonPhrases)
        || (words.HasAny(Persons)
            && (!isFree || words.All.Count <= MaximumAside || (words.All.Count <= MaximumRequest && words.HasAny(Wishes))));

    /// <summary>Whether the customer thinks better of it.</summary>
    public static bool WantsEnd(SaidWords words, bool isFree) =>
        (!isFree || words.All.Count <= MaximumAside) && (words.HasAny(EndWords) || words.HasPhrase(EndPhrases));

    /// <summary>Whether the question shall be asked again.</summary>
    public static bool WantsRepeat(SaidWords words, bool isFree) =>
        (!isFree || words.All.Count <= MaximumRequest) && (words.HasAny(Repeats) || words.HasPhrase(RepeatPhrases));

    /// <summary>Whether nothing more is wished.</summary>
    public static bool IsFarewell(string text, SaidWords words) => text.Trim() == "2" || words.All.All(Farewell.Contains);

    private static bool AsksWhetherItFits(IReadOnlyList<string> said) => Enumerable.Range(0, Math.Max(said.Count - 1, 0)).Any(i =>
        Fits.Contains(said[i]) && Fitting.Contains(said[i + 1]) && said.ElementAtOrDefault(i + 2) is not "ist");

    /// <summary>Whether each word that says that it is right says that it is so, and not that it shall be.</summary>
    private static bool SaysRight(SaidWords words, IReadOnlyList<string> said, SaidWords known)
    {
        return !said.Any(Right.Contains)
            || (!words.HasAny(Doing) && Enumerable.Range(0, said.Count).Where(i => Right.Contains(said[i])).All(IsStated));

        bool IsStated(int place)
        {
            var before = place - 1;
            while (before >= 0 && BeforeRight.Contains(said[before]))
            {
                before--;
            }

            return !Objects.Contains(said.ElementAtOrDefault(place + 1) ?? "")
                && (before < 0
                    || YesWords.Contains(said[before])
                    || said[before] is "thats" or "its"
                    || (said[before] is "is" or "ist"
                        && before > 0 && (Subjects.Contains(said[before - 1]) || known.All.Contains(said[before - 1]))));
        }
    }

    private static SaidWords Replaced(SaidWords words, IEnumerable<string> phrases, string by) => SaidWords.Of(phrases.Aggregate(
        words.Joined, (rest, phrase) => rest.Replace($" {phrase} ", $" {by} ", StringComparison.Ordinal)));

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
