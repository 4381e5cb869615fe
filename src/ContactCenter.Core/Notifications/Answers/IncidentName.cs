using System.Text.RegularExpressions;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>The form of an incident's id, checked before anything is looked up with it.</summary>
internal static partial class IncidentName
{
    public static bool IsOne(string? text) => text is { Length: <= 32 } && Form().IsMatch(text);

    [GeneratedRegex("^[0-9A-Z]{8}-[0-9]{1,9}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
