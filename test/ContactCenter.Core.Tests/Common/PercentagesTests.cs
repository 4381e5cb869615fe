using ContactCenter.Core.Common;

namespace ContactCenter.Core.Tests.Common;

/// <summary>100 % is all, and nothing less.</summary>
public sealed class PercentagesTests
{
    [Theory]
    [InlineData(100.0 * 308 / 309, 0, 99)]
    [InlineData(100.0 * 308 / 309, 1, 99.7)]
    [InlineData(99.99, 1, 99.9)]
    [InlineData(99.9999, 3, 99.999)]
    [InlineData(100.0 * 309 / 309, 0, 100)]
    [InlineData(79.5, 0, 80)]
    [InlineData(0, 0, 0)]
    public void A_share_is_rounded_and_reaches_100_only_where_it_is_all(double percent, int decimals, double shown) =>
        Assert.Equal(shown, Percentages.Rounded(percent, decimals));
}
