using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Learning.Reviews;

/// <summary>Where a review stands.</summary>
[JsonConverter(typeof(NamedEnumConverter<ReviewState>))]
public enum ReviewState
{
    /// <summary>The machine has written what it can.</summary>
    Draft,

    /// <summary>People are at it.</summary>
    InReview,

    /// <summary>It is done; what is agreed is followed.</summary>
    Done,
}

/// <summary>What people write of an incident. Nothing of it is required, least of all a single cause.</summary>
public sealed record ReviewWords
{
    /// <summary>Longer texts belong in a document of their own.</summary>
    public const int MaximumText = 2000;

    /// <summary>Of more nobody does any.</summary>
    public const int MaximumEntries = 12;

    /// <summary>What happened, for those who were not there.</summary>
    public string? Summary { get; init; }

    /// <summary>What was surprising.</summary>
    public string? Surprise { get; init; }

    /// <summary>What went well.</summary>
    public string? Well { get; init; }

    /// <summary>Where we were lucky.</summary>
    public string? Lucky { get; init; }

    /// <summary>Why, and why that, and why that, for whoever wants to ask so.</summary>
    public string? Whys { get; init; }

    /// <summary>What contributed to it.</summary>
    public ImmutableArray<WrittenFactor> Factors { get; init; } = [];

    /// <summary>What is done about it.</summary>
    public ImmutableArray<ActionItem> Actions { get; init; } = [];

    /// <summary>Id of the change that caused it; <c>none</c>: no recorded change did; null: nobody has said.</summary>
    public string? Cause { get; init; }

    /// <summary>What stands for "no recorded change".</summary>
    public const string NoChange = "none";

    /// <summary>Every text of it, for the check of words.</summary>
    public IEnumerable<string> Texts() => new[] { Summary, Surprise, Well, Lucky, Whys }.OfType<string>()
        .Concat(Factors.Select(static factor => factor.Text))
        .Concat(Actions.Select(static action => action.Text));

    /// <summary>What is wrong with it, in a sentence; null: nothing.</summary>
    public string? Problem() =>
        Factors.Length > MaximumEntries || Actions.Length > MaximumEntries
            ? Replies.ReviewEntries($"{MaximumEntries}")
        : Texts().Any(static text => text.Length > MaximumText) ? Replies.ReviewText($"{MaximumText}")
        : Factors.Any(static factor => string.IsNullOrWhiteSpace(factor.Text)) ? Replies.FactorSaysNothing
        : Actions.Any(static action => string.IsNullOrWhiteSpace(action.Text)) ? Replies.ActionSaysNothing
        : Actions.Any(static action => action is { State: ActionState.Dropped, Reason: null or "" })
            ? Replies.DroppedNeedsReason
        : null;
}

/// <summary>How something is known.</summary>
[JsonConverter(typeof(NamedEnumConverter<KnownBy>))]
public enum KnownBy
{
    /// <summary>A metric shows it.</summary>
    Metric,

    /// <summary>A log has it.</summary>
    Log,

    /// <summary>A person tells it.</summary>
    Person,

    /// <summary>It is a guess.</summary>
    Guess,
}

/// <summary>Something that contributed to an incident.</summary>
/// <param name="Text">What.</param>
/// <param name="By">How it is known.</param>
public sealed record WrittenFactor(string Text, KnownBy By);

/// <summary>Where an action stands.</summary>
[JsonConverter(typeof(NamedEnumConverter<ActionState>))]
public enum ActionState
{
    /// <summary>It is to be done.</summary>
    Open,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It is not done, for a reason.</summary>
    Dropped,
}

/// <summary>What somebody does so that it goes better the next time.</summary>
/// <param name="Text">What, as a verb with its check.</param>
/// <param name="Type">Of which type.</param>
/// <param name="Owner">Who.</param>
/// <param name="Due">By when.</param>
/// <param name="Verification">By what one will see that it helped.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was dropped, or null.</param>
public sealed record ActionItem(
    string Text, ActionType Type, string? Owner, DateOnly? Due, string? Verification, ActionState State, string? Reason)
{
    /// <summary>True where it should be done and is not.</summary>
    public bool IsOverdue(DateOnly today) => State == ActionState.Open && Due < today;
}

/// <summary>A version of what people have written; each is kept.</summary>
public sealed record ReviewVersion
{
    /// <summary>The incident.</summary>
    public required string IncidentId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who wrote it; null: the system, when the incident ended.</summary>
    public string? Author { get; init; }

    /// <summary>Where the review stands with it.</summary>
    public required ReviewState State { get; init; }

    /// <summary>What the incident is about, for lists.</summary>
    public required string Subject { get; init; }

    /// <summary>How bad it was.</summary>
    public required Common.Severity Severity { get; init; }

    /// <summary>When it was heard of.</summary>
    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>Kind of the change that people say caused it, where they say one.</summary>
    public ChangeKind? CauseKind { get; init; }

    /// <summary>What is written.</summary>
    public ReviewWords Words { get; init; } = new();
}

/// <summary>What people have written of incidents, by incident and version.</summary>
public interface IReviews
{
    /// <summary>Keeps a version behind those that are there.</summary>
    /// <returns>False where there is one of its number already; nothing is kept then.</returns>
    ValueTask<bool> SaveAsync(ReviewVersion review, CancellationToken cancellationToken);

    /// <summary>The versions of an incident, the newest first.</summary>
    ValueTask<IReadOnlyList<ReviewVersion>> OfIncidentAsync(string incidentId, int limit, CancellationToken cancellationToken);

    /// <summary>The newest version of each review, those of the newest incidents first.</summary>
    ValueTask<IReadOnlyList<ReviewVersion>> NewestAsync(int limit, CancellationToken cancellationToken);
}
