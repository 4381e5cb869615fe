namespace ContactCenter.Language.Text;

/// <summary>Words that say nothing about what a question is about, folded.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> None = [];

    private static readonly HashSet<string> English = Words(
        "a an the and or but if of to in on at by for from with as is are was were be been being am do does did doing done have has "
            + "had having "
            +
        "i im ive id me my mine we our us you your it its this that these those they them their he she his her there here " +
        "what which who whom whose when where why how can could would should will shall may might must want need like please help " +
        "hello hi hey thanks thank you just so then than too very also any some all no not dont doesnt didnt cant cannot wont isnt get "
            + "got give tell know let "
            +
        "about into out up down over again still now today somebody someone something thing way ok okay going go");

    private static readonly HashSet<string> German = Words(
        "der die das den dem des ein eine einen einem einer eines und oder aber wenn von zu zum zur im in am an auf bei fur mit aus "
            + "als ist sind war waren "
            +
        "bin bist sein habe hast hat haben hatte ich mich mir mein meine meinen meinem meiner wir uns unser unsere du sie ihr ihre "
            + "ihren ihrem es er sich "
            +
        "was welche welcher welches wer wen wem wann wo warum wieso wie kann konnen konnte wurde werde werden wird soll sollte muss "
            + "will mochte brauche bitte hilfe "
            +
        "hallo guten tag danke nur so dann auch noch schon sehr alle kein keine keinen nicht da hier jetzt heute man mal um uber unter "
            + "nach vor bis geht gehen");

    /// <summary>The stop words of a language; none for a language that is not known.</summary>
    public static HashSet<string> Of(string language) => language switch
    {
        "en" => English,
        "de" => German,
        _ => None,
    };

    // no frozen set here or in the words of hearing: it takes a process several times as long to make, and the first customer waits for it
    private static HashSet<string> Words(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
