using System.Collections.Immutable;

namespace ContactCenter.Core.Notifications.Answers;

/// <summary>What is answered over HTTP, and what goes into the log.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body; never holds anything of the request that was not encoded.</param>
/// <param name="Reason">Why, in a line for the log; holds no secret, no signature and no link.</param>
public sealed record Answer(int Status, string Body, string Reason)
{
    /// <summary>Headers.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = PlainHeaders;

    /// <summary>What the person asked for; null when it was refused, or asks for nothing.</summary>
    public PersonRequest? Request { get; init; }

    /// <summary>What the person wrote as a command in Slack, which is to be answered; or null.</summary>
    public SlackCommand? Command { get; init; }

    /// <summary>What another tool calls the incident that it tells of, or null.</summary>
    public ToolName? ToolName { get; init; }

    /// <summary>Something to post afterwards, outside of the answer's time limit; or null.</summary>
    public FollowUp? FollowUp { get; init; }

    private static ImmutableDictionary<string, string> PlainHeaders { get; } = ImmutableDictionary.CreateRange(
    [
        KeyValuePair.Create("content-type", "text/plain; charset=utf-8"),
        KeyValuePair.Create("cache-control", "no-store"),
        KeyValuePair.Create("x-content-type-options", "nosniff"),
    ]);

    /// <summary>Refuses a request: nothing changes.</summary>
    internal static Answer Refuse(int status, string body, string reason) => new(status, body, reason);
}

/// <summary>What another tool calls an incident. Some of what it tells names its own name alone.</summary>
/// <param name="Note">Under which the incident is remembered for it.</param>
/// <param name="IncidentId">The incident, where it is told; else null.</param>
public sealed record ToolName(string Note, string? IncidentId)
{
    /// <summary>How long it is remembered: people write about what is over for a while.</summary>
    public static readonly TimeSpan RememberFor = TimeSpan.FromDays(30);
}

/// <summary>A JSON document to post after the answer was given.</summary>
/// <param name="Address">Where.</param>
/// <param name="Body">What.</param>
public sealed record FollowUp(Uri Address, string Body);
