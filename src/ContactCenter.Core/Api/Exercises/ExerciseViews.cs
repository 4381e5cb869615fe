using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Api.Exercises;

/// <summary>Bodies and answers about exercises.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    MaxDepth = 16,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(DurationConverter), typeof(CamelCaseEnumConverter<Channel>), typeof(CamelCaseEnumConverter<Occasion>),
        typeof(CamelCaseEnumConverter<IncidentRole>), typeof(CamelCaseEnumConverter<ScenarioState>),
        typeof(CamelCaseEnumConverter<ExerciseEnd>), typeof(CamelCaseEnumConverter<ExerciseRefusal>),
        typeof(CamelCaseEnumConverter<AimKind>), typeof(CamelCaseEnumConverter<AimOutcome>),
    ])]
[JsonSerializable(typeof(StartExerciseBody))]
[JsonSerializable(typeof(StopExerciseBody))]
[JsonSerializable(typeof(ExerciseView))]
[JsonSerializable(typeof(ExercisePreviewView))]
[JsonSerializable(typeof(ExercisePage))]
[JsonSerializable(typeof(ScenarioList))]
[JsonSerializable(typeof(TrainingRecord))]
internal sealed partial class ExerciseJson : JsonSerializerContext;

/// <summary>An exercise that somebody wants.</summary>
public sealed record StartExerciseBody
{
    /// <summary>Which packaged scenario.</summary>
    [Description("Name of a packaged scenario; see exercise-scenarios.")]
    public string? Scenario { get; init; }

    /// <summary>A scenario of one's own.</summary>
    [Description("A scenario of your own, in place of a packaged one.")]
    public Scenario? Own { get; init; }

    /// <summary>Whether people may be woken.</summary>
    [Description("True: it may be night for those who are told; that takes the role administrator.")]
    public bool Night { get; init; }
}

/// <summary>An exercise is to end.</summary>
public sealed record StopExerciseBody;

/// <summary>An exercise.</summary>
public sealed record ExerciseView
{
    /// <summary>Its id.</summary>
    [Description("Its begin, such as 20261130-090312.")]
    public required string Id { get; init; }

    /// <summary>The scenario.</summary>
    [Description("Name of the scenario.")]
    public required string Scenario { get; init; }

    /// <summary>Its kind.</summary>
    [Description("What is practised by it, such as table.")]
    public required string Kind { get; init; }

    /// <summary>Its title.</summary>
    [Description("What it is, in a few words.")]
    public required string Title { get; init; }

    /// <summary>Who started it.</summary>
    [Description("Who started it.")]
    public required string StartedBy { get; init; }

    /// <summary>When.</summary>
    [Description("When it was started.")]
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it is over at the latest.</summary>
    [Description("When it is over at the latest.")]
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The incident.</summary>
    [Description("Id of the incident that it is; people act on that one.")]
    public required string Incident { get; init; }

    /// <summary>How many events.</summary>
    [Description("How many events it has.")]
    public required int Events { get; init; }

    /// <summary>How many were played.</summary>
    [Description("How many of them were played.")]
    public required int Played { get; init; }

    /// <summary>Why it is over.</summary>
    [Description("Why it is over; absent while it is under way.")]
    public ExerciseEnd? End { get; init; }

    /// <summary>By whom.</summary>
    [Description("Who stopped it, or the real incident that ended it.")]
    public string? EndedBy { get; init; }

    /// <summary>When it ended.</summary>
    [Description("When it ended.")]
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How people did.</summary>
    [Description("How people did; so far, while it is under way.")]
    public ExerciseScore? Score { get; init; }

    /// <summary>The view of an exercise.</summary>
    internal static ExerciseView Of(Exercise exercise, Translation words) => new()
    {
        Id = exercise.Id,
        Scenario = exercise.Scenario.Name,
        Kind = exercise.Scenario.Kind,
        Title = exercise.Scenario.TitleIn(words.Language),
        StartedBy = exercise.StartedBy,
        StartedAt = exercise.StartedAt,
        EndsAt = exercise.EndsAt,
        Incident = exercise.IncidentId,
        Events = exercise.Events.Length,
        Played = exercise.Played,
        End = exercise.Outcome?.Why,
        EndedBy = exercise.Outcome is { By.Length: > 0 } outcome ? outcome.By : null,
        EndedAt = exercise.Outcome?.At,
        Score = exercise.Score is { } score
            ? new ExerciseScore(
                words.Of(score.Summary),
                [.. score.Aims.Select(aim => aim with { Text = words.Of(aim.Text) })],
                [.. score.People.Select(person => person with { Text = words.Of(person.Text) })])
            : null,
    };
}

/// <summary>What an exercise would do.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="EndsAt">When it would be over at the latest, if it began now.</param>
/// <param name="Refusal">Why it cannot be started now; none: it can.</param>
/// <param name="Why">The problems of the scenario, or what stands against it.</param>
/// <param name="Messages">Whom it would tell when, if nobody acted.</param>
public sealed record ExercisePreviewView(
    string Scenario,
    string Title,
    DateTimeOffset? EndsAt,
    ExerciseRefusal Refusal,
    ImmutableArray<string> Why,
    ImmutableArray<PreviewedMessage> Messages);

/// <summary>Exercises, the newest first.</summary>
/// <param name="Items">One that is under way first.</param>
/// <param name="Next">What after is on the next page; absent: this is the last.</param>
public sealed record ExercisePage(IReadOnlyList<ExerciseView> Items, string? Next);

/// <summary>Scenarios.</summary>
/// <param name="Items">The packaged ones.</param>
public sealed record ScenarioList(IReadOnlyList<ScenarioView> Items);

/// <summary>A scenario in a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What is practised by it.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Minutes">How long it takes at most, in minutes.</param>
/// <param name="Problems">Why it cannot be played with this configuration; empty: it can.</param>
public sealed record ScenarioView(string Name, string Kind, string Title, int Minutes, ImmutableArray<string> Problems);
