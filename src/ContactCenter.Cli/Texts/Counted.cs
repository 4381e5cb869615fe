using System.Globalization;

namespace ContactCenter.Cli.Texts;

/// <summary>Numbers with their things, and lists, as people say them.</summary>
internal static class Counted
{
    /// <summary>One thing, or so many.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">What is said of one.</param>
    /// <param name="many">Says it of any other number.</param>
    /// <param name="format">How the number is written.</param>
    public static string Of(long number, string one, Func<string, string> many, string format = "0") =>
        number == 1 ? one : many(number.ToString(format, CultureInfo.InvariantCulture));

    /// <summary><c>a, b or c</c>.</summary>
    /// <param name="names">What there is to choose from.</param>
    public static string Or(IEnumerable<string> names)
    {
        string[] all = [.. names];
        return all.Length < 2 ? string.Concat(all) : Say.OneOrOther(string.Join(", ", all[..^1]), all[^1]);
    }
}
