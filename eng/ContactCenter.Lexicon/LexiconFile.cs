using ContactCenter.Language.Sentiment;

namespace ContactCenter.Lexicon;

/// <summary>The words of the repository as the one file that is packaged.</summary>
internal static class LexiconFile
{
    /// <summary>The file, below the root of the repository.</summary>
    public const string Target = "models/sentiment.ccs";

    /// <summary>The folder of the words, below the root of the repository.</summary>
    public const string Source = "src/ContactCenter.Language/Sentiment/Lexicon";

    /// <summary>Reads the words and writes the file.</summary>
    /// <param name="root">The root of the repository.</param>
    /// <returns>The file, and how many words, phrases and signs are in it.</returns>
    /// <exception cref="FormatException">A line of the words cannot be read.</exception>
    public static (byte[] Bytes, int Words) Make(string root)
    {
        var english = Read(
            german: false, "english-grammar", "english-feelings", "english-character", "english-things", "english-arts", "english-news",
            "english-life", "english-slang", "english-phrases", "english-neutral", "english-requests");
        var german = Read(german: true, "german", "german-common");
        var signs = Read(german: false, "signs");
        using var to = new MemoryStream();
        LexiconTable.Write(to, english);
        LexiconTable.Write(to, german);
        LexiconTable.Write(to, signs);
        return (to.ToArray(), english.Count + german.Count + signs.Count);

        // in this order: of two words with a form in common, the one that is read last gives it its valence
        Dictionary<string, LexiconEntry> Read(bool german, params ReadOnlySpan<string> names)
        {
            var reader = new LexiconReader(german);
            foreach (var name in names)
            {
                using var text = new StreamReader(Path.Combine(root, Source, $"{name}.txt"));
                reader.Read(text);
            }

            return reader.Finish();
        }
    }
}
