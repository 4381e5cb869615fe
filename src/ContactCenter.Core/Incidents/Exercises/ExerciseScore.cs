using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>How people did in an exercise, in sentences. There is no sum for a person and no order of people.</summary>
/// <param name="Summary">The exercise as a whole.</param>
/// <param name="Aims">What was expected, and what became of it.</param>
/// <param name="People">Who took part or was told by name, in order of the alphabet.</param>
public sealed record ExerciseScore(string Summary, ImmutableArray<ExerciseAim> Aims, ImmutableArray<PersonDebrief> People);

/// <summary>What was expected.</summary>
/// <param name="Kind">What.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">The same as a sentence.</param>
public sealed record ExerciseAim(AimKind Kind, AimOutcome Outcome, string Text);

/// <summary>What somebody was told and did.</summary>
/// <param name="Name">Who.</param>
/// <param name="ToldAt">When a message was first sent to them by name; null: none was.</param>
/// <param name="Acted">True when they did anything that the timeline shows: they have practised.</param>
/// <param name="Text">The same as sentences.</param>
public sealed record PersonDebrief(string Name, DateTimeOffset? ToldAt, bool Acted, string Text);

/// <summary>What can be expected of people.</summary>
[JsonConverter(typeof(NamedEnumConverter<AimKind>))]
public enum AimKind
{
    /// <summary>That somebody takes it in the promised time.</summary>
    Acknowledge,

    /// <summary>That somebody does so on the first step of the escalation.</summary>
    FirstStep,

    /// <summary>That the steps of the runbook are ticked.</summary>
    Steps,

    /// <summary>That somebody takes a role.</summary>
    Role,

    /// <summary>That it is handed over.</summary>
    HandOver,

    /// <summary>That those who wait are told.</summary>
    Stakeholders,
}

/// <summary>What became of an aim.</summary>
[JsonConverter(typeof(NamedEnumConverter<AimOutcome>))]
public enum AimOutcome
{
    /// <summary>It was met.</summary>
    Met,

    /// <summary>It was met in part, or late.</summary>
    Partly,

    /// <summary>It was not met.</summary>
    NotMet,
}
