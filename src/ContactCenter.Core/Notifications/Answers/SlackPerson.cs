using ContactCenter.Core.Common;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>Who asks for something in Slack. Names there can be changed by whoever has them, ids cannot.</summary>
internal static class SlackPerson
{
    private const int MaximumName = 120;

    /// <summary>The person for the timeline, as Slack names them.</summary>
    public static string Of(string? name, string userId) =>
        CleanText.Line(string.IsNullOrWhiteSpace(name) ? userId : $"{name} ({userId})", MaximumName);

    /// <summary>The person as the configuration names whoever it mentions by this id; else as Slack does.</summary>
    public static string NameOf(IncidentPolicy policy, string? userId, string person) =>
        userId is not null && policy.NameOf(userId) is var known && known != userId ? known : person;
}
