namespace ContactCenter.Classification;

/// <summary>Features of the baselines, kept as strings and apart from those of the classifier.</summary>
internal static class BaselineWords
{
    /// <summary>Lower-case runs of letters and digits.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }

    /// <summary>Words, neighbouring words, and runs of two to five characters inside a word with its edges.</summary>
    public static List<string> WordsAndFragments(string text)
    {
        var words = Words(text);
        var features = new List<string>(words);
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count)
            {
                features.Add(words[i] + ' ' + words[i + 1]);
            }

            var edged = '<' + words[i] + '>';
            for (var at = 0; at < edged.Length; at++)
            {
                for (var n = 2; n <= 5 && at + n <= edged.Length; n++)
                {
                    features.Add(string.Concat("#", edged.AsSpan(at, n)));
                }
            }
        }

        return features;
    }
}
