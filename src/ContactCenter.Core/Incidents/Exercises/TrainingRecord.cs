using System.Collections.Immutable;

namespace ContactCenter.Core.Incidents.Exercises;

/// <summary>Who has practised what and when, and who should next.</summary>
/// <param name="People">
/// Who takes turns on call or has practised: who never has first, then who has not for longest; by name where that is the same.
/// </param>
public sealed record TrainingRecord(ImmutableArray<PersonTraining> People)
{
    /// <summary>The record of exercises that are over.</summary>
    /// <param name="ended">The exercises, in any order.</param>
    /// <param name="onCall">Who takes turns on call.</param>
    /// <param name="kinds">The kinds of scenario that can be practised.</param>
    public static TrainingRecord Of(IEnumerable<Exercise> ended, IEnumerable<string> onCall, IEnumerable<string> kinds)
    {
        var practised = ended
            .SelectMany(static exercise => exercise.Score is { } score
                ? score.People.Where(static person => person.Acted)
                    .Select(person => (person.Name, exercise.Scenario.Kind, At: exercise.StartedAt))
                : [])
            .ToLookup(static one => one.Name, StringComparer.Ordinal);
        string[] turns = [.. onCall.Distinct(StringComparer.Ordinal)];
        string[] all = [.. kinds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(
        [
            .. turns.Union(practised.Select(static person => person.Key), StringComparer.Ordinal)
                .Select(name => Of(name, turns.Contains(name, StringComparer.Ordinal), [.. practised[name]], all))
                .OrderBy(static person => person.LastAt ?? DateTimeOffset.MinValue)
                .ThenBy(static person => person.Name, StringComparer.Ordinal),
        ]);
    }

    private static PersonTraining Of(string name, bool takesTurns, (string Name, string Kind, DateTimeOffset At)[] practised, string[] all)
    {
        ImmutableSortedDictionary<string, DateTimeOffset> kinds = practised
            .GroupBy(static one => one.Kind, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                static group => group.Key, static group => group.Max(static one => one.At), StringComparer.Ordinal);
        return new PersonTraining(name, takesTurns, practised.Length)
        {
            LastAt = practised.Length > 0 ? practised.Max(static one => one.At) : null,
            Kinds = kinds,
            NextKind = all.OrderBy(kind => kinds.TryGetValue(kind, out var at) ? at : DateTimeOffset.MinValue).FirstOrDefault(),
        };
    }
}

/// <summary>What somebody has practised.</summary>
/// <param name="Name">Who.</param>
/// <param name="IsOnCall">True for who takes turns on call by the configuration.</param>
/// <param name="Count">In how many exercises they took part.</param>
public sealed record PersonTraining(string Name, bool IsOnCall, int Count)
{
    /// <summary>When last; null: never.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>When last, by kind of scenario.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Kinds { get; init; } = ImmutableSortedDictionary<string, DateTimeOffset>.Empty;

    /// <summary>The kind that they should practise next: never met, else not for longest.</summary>
    public string? NextKind { get; init; }
}
