namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>What a received message turned out to be: exactly one of the records that derive from this one.</summary>
public abstract record AlarmInput;

/// <summary>The message is a state change of an alarm.</summary>
/// <param name="Change">The change.</param>
public sealed record ChangedAlarm(AlarmChange Change) : AlarmInput;

/// <summary>
/// The message is something else: a subscription confirmation, an AWS Health event, free text. It is kept, never dropped.
/// </summary>
/// <param name="What">What it seems to be, in a few words.</param>
/// <param name="Text">The raw text, at most <see cref="MaximumLength"/> characters.</param>
/// <param name="At">When it was sent, or received when the message does not tell.</param>
/// <param name="Id">What makes a second delivery of it recognisable: the SNS or event id, else a fingerprint of the text.</param>
public sealed record UnrecognisedMessage(string What, string Text, DateTimeOffset At, string Id) : AlarmInput
{
    /// <summary>The subject of its SNS message, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>Longest raw text that is kept, in characters.</summary>
    public const int MaximumLength = 4096;
}

/// <summary>The bytes cannot be read at all: not JSON, or too large.</summary>
/// <param name="Problem">What is wrong, where, and what would be right.</param>
public sealed record RefusedMessage(string Problem) : AlarmInput;
