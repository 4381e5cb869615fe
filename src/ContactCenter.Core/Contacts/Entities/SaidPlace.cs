namespace ContactCenter.Core.Contacts.Entities;

/// <summary>Places of a configuration, by the words with which customers name them.</summary>
internal sealed class SaidPlace
{
    private readonly Dictionary<string, (string[] Words, string Place)[]> _byFirst;

    /// <summary>Takes the words apart as what customers say is taken apart.</summary>
    public SaidPlace(IReadOnlyDictionary<string, IReadOnlyList<string>> places) => _byFirst = places
        .SelectMany(static place => place.Value.Select(name => (Words: SaidTokens.Of(name).Words.ToArray(), Place: place.Key)))
        .Where(static name => name.Words.Length > 0)
        .GroupBy(static name => name.Words[0], StringComparer.Ordinal)
        .ToDictionary(
            static names => names.Key, static names => names.OrderByDescending(static name => name.Words.Length).ToArray(),
            StringComparer.Ordinal);

    /// <summary>The first place, by the longest of the names that begin there; null where there is none.</summary>
    public string? Find(SaidTokens said)
    {
        for (var at = 0; at < said.Count; at++)
        {
            if (_byFirst.TryGetValue(said[at], out var names)
                && Array.Find(names, name => IsThere(said, at, name.Words)) is { Place: { } place })
            {
                return place;
            }
        }

        return null;
    }

    private static bool IsThere(SaidTokens said, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (said[at + i] != words[i])
            {
                return false;
            }
        }

        return true;
    }
}
