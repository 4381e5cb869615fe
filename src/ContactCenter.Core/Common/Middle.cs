namespace ContactCenter.Core.Common;

/// <summary>The middle of numbers, which single strange ones do not move.</summary>
public static class Middle
{
    /// <summary>The median of sorted numbers: the mean of the two in the middle where they are even in number.</summary>
    /// <param name="sorted">At least one, the least first.</param>
    public static double OfSorted(IReadOnlyList<double> sorted)
    {
        ArgumentNullException.ThrowIfNull(sorted);
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
