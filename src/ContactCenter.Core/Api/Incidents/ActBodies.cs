using System.ComponentModel;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Core.Api.Incidents;

/// <summary>An act that needs nothing but a word.</summary>
public record ActBody
{
    /// <summary>What the person writes.</summary>
    [Description("What you write about it; it stands on the timeline.")]
    public string? Note { get; init; }
}

/// <summary>A pause.</summary>
public sealed record SnoozeBody : ActBody
{
    /// <summary>Until when.</summary>
    [Description("Until when the escalation rests; at most a day ahead.")]
    public required DateTimeOffset Until { get; init; }
}

/// <summary>A hand-over.</summary>
public sealed record HandOverBody : ActBody
{
    /// <summary>To whom.</summary>
    [Description("Name of the audience or on-call schedule that is told now.")]
    public required string Audience { get; init; }
}

/// <summary>An end.</summary>
public sealed record ResolveBody : ActBody
{
    /// <summary>What it was.</summary>
    [Description("What it was: real, noise, expected or drill. It can be said later, once.")]
    public VerdictKind? Verdict { get; init; }
}

/// <summary>A repair that is taken back.</summary>
public sealed record RollBackBody : ActBody
{
    /// <summary>Which.</summary>
    [Description("Which repair, such as heal-capacity customers; the only one that holds something where nothing is said.")]
    public string? Repair { get; init; }
}

/// <summary>A note.</summary>
public sealed record NoteBody
{
    /// <summary>What the person writes.</summary>
    [Description("What you write; it stands on the timeline.")]
    public required string Note { get; init; }

    /// <summary>Whether those who wait are told it.</summary>
    [Description("True: these are the words for those who wait for an answer, such as managers and customers.")]
    public bool Stakeholders { get; init; }
}

/// <summary>What an incident was.</summary>
public sealed record VerdictBody : ActBody
{
    /// <summary>What it was.</summary>
    [Description("What it was: real, noise, expected or drill.")]
    public required VerdictKind Verdict { get; init; }
}

/// <summary>Who has a role.</summary>
public sealed record RoleBody : ActBody
{
    /// <summary>Who.</summary>
    [Description("Who gets the role; you where nothing is said, nobody where the text is empty.")]
    public string? Person { get; init; }
}

/// <summary>A step of the runbook.</summary>
public sealed record StepBody : ActBody
{
    /// <summary>Whether the tick is taken back.</summary>
    [Description("True: it is not done after all.")]
    public bool TakeBack { get; init; }
}

/// <summary>Two incidents become one.</summary>
public sealed record MergeBody : ActBody
{
    /// <summary>The other one.</summary>
    [Description("Id of the incident that this one becomes a part of; it must be as bad at least.")]
    public required string Into { get; init; }
}
