using System.Text.RegularExpressions;
using ContactCenter.Core.Contacts.Flows;

namespace ContactCenter.Core.Contacts.Customers;

/// <summary>The address of one customer in the customer system.</summary>
public static partial class CrmAddress
{
    /// <summary>Characters of one value; longer is no telephone number, id or name.</summary>
    public const int MaximumValue = 128;

    /// <summary>
    /// Puts the values of a request into the template, encoded, so that none of them can become another part of the address.
    /// </summary>
    /// <param name="template">The template, as <c>crm.url</c> has it.</param>
    /// <param name="request">The request.</param>
    /// <returns>The address, or null when a value is absent or cannot be one, as the number of a caller who hides it.</returns>
    public static Uri? Of(string template, FlowRequest request)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(request);
        var isWhole = true;
        var text = Placeholder().Replace(template, match =>
        {
            var value = Value(match.Groups["name"].Value, request);
            isWhole &= value is not null;
            return Uri.EscapeDataString(value ?? "");
        });
        return isWhole && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;
    }

    private static string? Value(string name, FlowRequest request)
    {
        var value = (name.ToUpperInvariant() switch
        {
            "PHONE" => TelephoneNumber.Of(request.Find(name) ?? request.CustomerAddress),
            "CUSTOMERID" => request.Find(name) ?? request.CustomerId,
            _ => request.Find(name),
        })?.Trim();

        // dots alone would be a step up in the path, encoded or not
        return value is { Length: > 0 and <= MaximumValue }
            && value != FlowValue.None
            && value.AsSpan().ContainsAnyExcept('.')
            && !value.Any(static c => char.IsControl(c) || char.IsSurrogate(c))
            ? value
            : null;
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z][A-Za-z0-9_-]{0,63})\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Placeholder();
}
