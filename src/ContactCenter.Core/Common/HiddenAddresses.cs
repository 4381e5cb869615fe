using System.Text.RegularExpressions;

namespace ContactCenter.Core.Common;

/// <summary>
/// Texts without the numbers and e-mail addresses of people, for those who need not know at which of them somebody is reached.
/// </summary>
public static partial class HiddenAddresses
{
    /// <summary>What stands in the place of an address.</summary>
    public const string Mark = "***";

    /// <summary>The text, with <see cref="Mark"/> for every e-mail address and every number with its country code in it.</summary>
    public static string In(string text) => Addresses().Replace(text, Mark);

    [GeneratedRegex(@"[^\s,;:()<>]+@[\w-]+(?:\.[\w-]+)*|\+[0-9][0-9 ()/-]*[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();
}
