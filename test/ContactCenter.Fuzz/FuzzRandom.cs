namespace ContactCenter.Fuzz;

/// <summary>
/// Chance that follows from a seed, an entry and the number of an input alone, so that each input can be made again by itself.
/// </summary>
internal sealed class FuzzRandom
{
    private ulong _state;

    public FuzzRandom(long seed, string entry, long number)
    {
        _state = unchecked((ulong)seed);
        foreach (var letter in entry)
        {
            _state = Next64() ^ letter;
        }

        _state = Next64() ^ unchecked((ulong)number);
    }

    /// <summary>A number from 0 to one below the limit.</summary>
    public int Below(int limit) => (int)(Next64() % (ulong)limit);

    public bool OneIn(int times) => Below(times) == 0;

    public byte Byte() => (byte)Next64();

    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    private ulong Next64()
    {
        // SplitMix64
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
