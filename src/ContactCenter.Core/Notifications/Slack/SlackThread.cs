using System.Text.RegularExpressions;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Notifications.Slack;

/// <summary>Where the whole message of an incident stands in Slack.</summary>
/// <param name="Channel">Id of the channel, such as <c>C024BE91L</c>.</param>
/// <param name="Timestamp">The message's <c>ts</c>, which is its id in the channel.</param>
public sealed partial record SlackThread(string Channel, string Timestamp)
{
    /// <summary>How long the place of a message is remembered: longer than nearly every incident.</summary>
    public static readonly TimeSpan RememberFor = TimeSpan.FromDays(30);

    /// <summary>Under which name the place of an incident's message in a channel is remembered.</summary>
    /// <param name="incidentId">The incident.</param>
    /// <param name="channel">Name of the channel, with or without <c>#</c>, or its id.</param>
    public static string NoteName(string incidentId, string channel) =>
        $"slack-thread-{incidentId}-{Fingerprint.Of(channel.TrimStart('#').ToUpperInvariant())}";

    /// <summary>As one text, for a memory.</summary>
    public override string ToString() => $"{Channel} {Timestamp}";

    /// <summary>The thread of a text that <see cref="ToString"/> made, or null.</summary>
    public static SlackThread? Parse(string? text) =>
        text is not null && Form().Match(text) is { Success: true } match
            ? new SlackThread(match.Groups[1].Value, match.Groups[2].Value)
            : null;

    [GeneratedRegex("^([A-Z0-9]{2,32}) ([0-9]{1,16}\\.[0-9]{1,9})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
