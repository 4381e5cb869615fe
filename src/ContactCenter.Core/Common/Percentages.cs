namespace ContactCenter.Core.Common;

/// <summary>Shares as people read them.</summary>
public static class Percentages
{
    /// <summary>Rounds a share so that 100 % is said of all and of nothing less.</summary>
    /// <param name="percent">The share, 0 to 100.</param>
    /// <param name="decimals">How many decimals are shown, 0 to 15.</param>
    /// <returns>The share as it is shown; what would be rounded up to all stays a step below it.</returns>
    public static double Rounded(double percent, int decimals) =>
        Math.Round(percent, decimals, MidpointRounding.AwayFromZero) is var rounded && rounded >= 100 && percent < 100
            ? Math.Round(100 - Math.Pow(10, -decimals), decimals)
            : rounded;
}
