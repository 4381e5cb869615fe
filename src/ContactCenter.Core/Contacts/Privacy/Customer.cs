using System.Text.RegularExpressions;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Privacy;

/// <summary>
/// One customer, by what a contact knows of them: a telephone number, an e-mail address or the id of the customer system. Finds them in
/// texts however they are written there, and takes them out.
/// </summary>
public sealed class Customer
{
    /// <summary>What stands in the place of what was taken out.</summary>
    public const string Erased = "[erased]";

    private const string IdPrefix = "id:";

    /// <summary>A shorter number is an extension or a part of anything; it would be found everywhere.</summary>
    private const int MinimumDigits = 7;

    /// <summary>A shorter id, or one without a digit, is a year, a state or the name of a queue and found everywhere.</summary>
    private const int MinimumId = 6;

    /// <summary>
    /// What is never a part of a customer although digits stand in it: days and times, GUIDs and ARNs. A customer whose whole id is one
    /// of these is found all the same.
    /// </summary>
    private const string Kept = @"(?<kept>"
        + @"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
        + @"(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)"
        + @"|(?<![\p{L}\p{N}])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\p{L}\p{N}])"
        + @"|\barn:aws[a-z-]*:[^\s""',;]+)";

    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(5);

    private readonly Regex _found;

    private Customer(string name, FlowRequest request, string pattern)
    {
        Name = name;
        Request = request;
        _found = new Regex($"{Kept}|{pattern}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime);
    }

    /// <summary>As they were named.</summary>
    public string Name { get; }

    /// <summary>A contact of theirs, as a flow would tell of it: <see cref="CallerKey"/> is made from it.</summary>
    public FlowRequest Request { get; }

    /// <summary>Reads who is meant; null when that names nobody.</summary>
    /// <param name="text">
    /// A telephone number with its country code, an e-mail address, or <c>id:</c> with the id of a customer: at least six characters, and a
    /// digit among them.
    /// </param>
    public static Customer? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim();
        if (name.StartsWith(IdPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var id = name[IdPrefix.Length..].Trim();
            return id.Length < MinimumId || !id.Any(char.IsAsciiDigit)
                ? null
                : new Customer(name, new FlowRequest { CustomerId = id }, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(id)}(?![\p{{L}}\p{{N}}])");
        }

        if (DialledNumber.Of(name) is { } number && number.Whole.Length >= MinimumDigits)
        {
            return new Customer(name, new FlowRequest { CustomerAddress = name }, PatternOf(number));
        }

        return name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            && at < name.Length - 1
            && !name.Contains(' ', StringComparison.Ordinal)
            ? new Customer(
                name, new FlowRequest { CustomerAddress = name },
                $@"(?<![\p{{L}}\p{{N}}._%+-]){Regex.Escape(name)}(?![\p{{L}}\p{{N}}-])")
            : null;
    }

    /// <summary>Whether a text tells of them.</summary>
    public bool IsIn(string text) => _found.Matches(text).Any(IsTheirs);

    /// <summary>The text without them.</summary>
    public string TakeOut(string text) => _found.Replace(text, match => IsTheirs(match) ? Erased : match.Value);

    private bool IsTheirs(Match match) =>
        !match.Groups["kept"].Success || string.Equals(match.Value, Request.CustomerId, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The number with any marks between its digits: with its country code, dialled from abroad or not, and as it is dialled within the
    /// country; but not where another country code stands before it.
    /// </summary>
    private static string PatternOf(DialledNumber number)
    {
        const string Marks = @"[\s\-\u2010-\u2015./()]*";
        var trunk = $"(?:{number.Trunk}{Marks})?";
        var national = string.Join(Marks, number.National.ToCharArray());
        var international = $@"(?:(?:\+|00|011){Marks})?{string.Join(Marks, number.Code.ToCharArray())}{Marks}{trunk}{national}";
        var forms = number.National.Length < MinimumDigits
            ? international
            : $@"{international}|(?<!\+{Marks}(?:\d{{1,3}}{Marks})?){trunk}{national}";
        return $@"(?<!\d)(?:{forms})(?!\d)";
    }
}
