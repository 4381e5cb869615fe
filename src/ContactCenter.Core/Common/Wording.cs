using System.Globalization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Common;

/// <summary>Lists and numbers as people say them.</summary>
public static class Wording
{
    /// <summary><c>a, b or c</c>.</summary>
    /// <param name="names">What there is to choose from.</param>
    public static string Or(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length < 2 ? string.Concat(all) : Findings.Or(string.Join(", ", all[..^1]), all[^1]);
    }

    /// <summary><c>1 queue</c>, <c>2 queues</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="thing">What one of them is called.</param>
    public static string Counted(int number, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? "" : "s")}");
}
