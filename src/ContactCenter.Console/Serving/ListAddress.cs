using ContactCenter.Core.Common;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Web.Serving;

/// <summary>What a list shows stands in its address, so that it can be passed on; anybody may have written it.</summary>
internal static class ListAddress
{
    private const int MaximumText = 100;

    /// <summary>What is looked for, without blanks around it and no longer than anybody looks for; empty: nothing.</summary>
    public static string Text(string? said) =>
        (said ?? "").Trim() is var text && text.Length <= MaximumText ? text : text[..MaximumText];

    /// <summary>The severity that is looked at; null: all, or one that is none.</summary>
    public static Severity? Severity(IQueryCollection query) =>
        Enum.TryParse<Severity>(query["severity"], ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : null;

    /// <summary>The address of a list.</summary>
    /// <param name="path">The page.</param>
    /// <param name="parts">What stands in it; null: what needs not be said.</param>
    public static string Of(string path, params ReadOnlySpan<string?> parts) =>
        string.Join('&', parts.ToArray().OfType<string>()) is { Length: > 0 } said ? $"{path}?{said}" : path;
}
