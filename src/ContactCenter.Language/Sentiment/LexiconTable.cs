using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ContactCenter.Language.Sentiment;

/// <summary>
/// Words and what they say, looked up where they lie: nothing is read or copied first, because the first caller of a process would wait
/// for forty thousand words of which a text has ten. All numbers are little-endian: the number of words and of their characters; where
/// each of the buckets begins among the words; the words by bucket, twelve bytes each; the characters, two bytes each.
/// </summary>
internal readonly unsafe struct LexiconTable
{
    private const int Head = 8;
    private const int WordLength = 12;

    private readonly byte* _buckets;
    private readonly byte* _words;
    private readonly byte* _characters;
    private readonly uint _mask;

    /// <summary>A table that begins at an address, which must stay where it is.</summary>
    public LexiconTable(byte* at)
    {
        Count = *(int*)at;
        var buckets = BucketsFor(Count);
        _mask = buckets - 1;
        _buckets = at + Head;
        _words = _buckets + (4 * (buckets + 1));
        _characters = _words + (WordLength * Count);
        End = _characters + (sizeof(char) * *(int*)(at + 4));
    }

    /// <summary>Words.</summary>
    public int Count { get; }

    /// <summary>The first byte after the table.</summary>
    public byte* End { get; }

    /// <summary>The word with a number from 0 to <see cref="Count"/>, not included.</summary>
    public ReadOnlySpan<char> this[int number] => Text(Word(number));

    /// <summary>Finds a word.</summary>
    public bool TryGetValue(ReadOnlySpan<char> word, out LexiconEntry entry)
    {
        var bucket = (int*)_buckets + (Hash(word) & _mask);
        for (var i = bucket[0]; i < bucket[1]; i++)
        {
            var at = Word(i);
            if (Text(at).SequenceEqual(word))
            {
                entry = new LexiconEntry(*(float*)(at + 4), (sbyte)at[8], (LexiconRole)at[9], at[10]);
                return true;
            }
        }

        entry = default;
        return false;
    }

    /// <summary>Writes a table.</summary>
    public static void Write(Stream to, IReadOnlyDictionary<string, LexiconEntry> words)
    {
        var buckets = BucketsFor(words.Count);
        var ordered = words
            .OrderBy(word => Hash(word.Key) & (buckets - 1))
            .ThenBy(static word => word.Key, StringComparer.Ordinal)
            .ToArray();
        using var writer = new BinaryWriter(to, Encoding.Unicode, leaveOpen: true);

        // an even number of characters, so that a table behind this one begins at a multiple of four
        var characters = ordered.Sum(static word => word.Key.Length);
        writer.Write(ordered.Length);
        writer.Write(characters + (characters & 1));
        var next = 0;
        for (var bucket = 0u; bucket <= buckets; bucket++)
        {
            while (next < ordered.Length && (Hash(ordered[next].Key) & (buckets - 1)) < bucket)
            {
                next++;
            }

            writer.Write(next);
        }

        var begin = 0;
        foreach (var (word, entry) in ordered)
        {
            writer.Write((begin << 8) | word.Length);
            writer.Write(entry.Valence);
            writer.Write(entry.Boost);
            writer.Write((byte)entry.Role);
            writer.Write((short)entry.Longest);
            begin += word.Length;
        }

        foreach (var (word, _) in ordered)
        {
            writer.Write(MemoryMarshal.AsBytes(word.AsSpan()));
        }

        writer.Write(new byte[sizeof(char) * (characters & 1)]);
    }

    private static uint BucketsFor(int words) => System.Numerics.BitOperations.RoundUpToPowerOf2((uint)words);

    // FNV-1a, a character at a time: what is written on one machine is read on another, so it may not be the hash of strings
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var character in word)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Word(int number) => _words + (WordLength * number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<char> Text(byte* word)
    {
        var at = *(uint*)word;
        return new ReadOnlySpan<char>(_characters + (sizeof(char) * (at >> 8)), (int)(at & 0xFF));
    }
}
