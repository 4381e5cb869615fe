using System.Collections.Immutable;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Slack;

/// <summary>Names of the buttons in Slack messages, the same when they are made and when a click comes back.</summary>
internal static class SlackAction
{
    public const string Dashboard = "open-dashboard";
    private const string Open = "open-";

    private static readonly ImmutableSortedDictionary<string, VerdictKind> Verdicts = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal, Enum.GetValues<VerdictKind>().Select(static kind => KeyValuePair.Create(Name(kind), kind)));

    /// <summary>The button of a link of a message, by what it opens.</summary>
    public static string Link(string name) => $"{Open}{name}";

    public static string Name(PersonAction action) => action switch
    {
        PersonAction.Acknowledge => "acknowledge",
        PersonAction.Snooze => "snooze",
        PersonAction.Escalate => "escalate",
        PersonAction.Resolve => "resolve",
        PersonAction.Approve => "approve",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "there is no button for it"),
    };

    /// <summary>The button that says what an incident was.</summary>
    public static string Name(VerdictKind kind) => kind switch
    {
        VerdictKind.Real => "verdict-real",
        VerdictKind.Noise => "verdict-noise",
        VerdictKind.Expected => "verdict-expected",
        _ => "verdict-drill",
    };

    public static VerdictKind? FindVerdict(string? name) =>
        name is not null && Verdicts.TryGetValue(name, out var kind) ? kind : null;

    public static PersonAction? Find(string? name) => name switch
    {
        "acknowledge" => PersonAction.Acknowledge,
        "snooze" => PersonAction.Snooze,
        "escalate" => PersonAction.Escalate,
        "resolve" => PersonAction.Resolve,
        "approve" => PersonAction.Approve,
        _ => null,
    };

    /// <summary>True for buttons that only open an address: Slack reports their clicks too.</summary>
    public static bool IsLink(string? name) => name?.StartsWith(Open, StringComparison.Ordinal) == true;
}
