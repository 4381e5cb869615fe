using System.Text;

namespace ContactCenter.Classification;

/// <summary>Typing errors as people make them: a letter left out, doubled, swapped with the next, or replaced.</summary>
internal static class TypingErrors
{
    /// <summary>Spoils each word of three letters or more with a given probability by one error.</summary>
    public static string Spoil(string text, double share, Random random)
    {
        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Length >= 3 && random.NextDouble() < share)
            {
                words[i] = SpoilWord(words[i], random);
            }
        }

        return string.Join(' ', words);
    }

    private static string SpoilWord(string word, Random random)
    {
        var at = random.Next(word.Length - 1);
        var spoiled = new StringBuilder(word);
        _ = random.Next(4) switch
        {
            0 => spoiled.Remove(at, 1),
            1 => spoiled.Insert(at, word[at]),
            2 => spoiled.Remove(at, 1).Insert(at + 1, word[at]),
            _ => spoiled.Remove(at, 1).Insert(at, (char)('a' + random.Next(26))),
        };
        return spoiled.ToString();
    }
}
