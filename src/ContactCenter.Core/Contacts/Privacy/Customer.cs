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

    private const int MinimumId = 4;

    /// <summary>Digits of the longest country code.</summary>
    private const int MaximumCode = 3;

    private static readonly TimeSpan MatchTime = TimeSpan.FromSeconds(5);

    private readonly Regex _found;

    private Customer(string name, FlowRequest request, string pattern)
    {
        Name = name;
        Request = request;
        _found = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime);
    }

    /// <summary>As they were named.</summary>
    public string Name { get; }

    /// <summary>A contact of theirs, as a flow would tell of it: <see cref="CallerKey"/> is made from it.</summary>
    public FlowRequest Request { get; }

    /// <summary>Reads who is meant; null when that names nobody.</summary>
    /// <param name="text">A telephone number with its country code, an e-mail address, or <c>id:</c> with the id of a customer.</param>
    public static Customer? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim();
        if (name.StartsWith(IdPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var id = name[IdPrefix.Length..].Trim();
            return id.Length < MinimumId
                ? null
                : new Customer(name, new FlowRequest { CustomerId = id }, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(id)}(?![\p{{L}}\p{{N}}])");
        }

        if (TelephoneNumber.Digits(name) is { Length: >= MinimumDigits } digits)
        {
            return new Customer(name, new FlowRequest { CustomerAddress = name }, PatternOf(digits));
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
    public bool IsIn(string text) => _found.IsMatch(text);

    /// <summary>The text without them.</summary>
    public string TakeOut(string text) => _found.Replace(text, Erased);

    /// <summary>The number with any marks between its digits, as it is dialled from abroad and within the country.</summary>
    private static string PatternOf(string digits)
    {
        const string Marks = @"[\s\-./()]*";
        var bare = digits.TrimStart('0');
        var forms = new List<string> { $@"(?:\+|00)?{Marks}{Written(bare)}" };
        for (var code = 1; code <= MaximumCode && bare.Length - code >= MinimumDigits; code++)
        {
            forms.Add($"0{Marks}{Written(bare[code..])}");
        }

        return $@"(?<!\d)(?:{string.Join('|', forms)})(?!\d)";

        static string Written(string number) => string.Join(Marks, number.ToCharArray());
    }
}
