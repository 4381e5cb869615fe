using ContactCenter.Core.Common;
using ContactCenter.Core.Contacts.Complexity;

namespace ContactCenter.Core.Contacts.Outcomes;

/// <summary>What a process knows of how difficult contacts are by history.</summary>
/// <param name="outcomes">Where it is kept; null: the rule alone counts.</param>
/// <param name="clock">Says how old it is.</param>
public sealed class ComplexityView(IContactOutcomes? outcomes, TimeProvider clock)
{
    /// <summary>It is learned once a day.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    /// <summary>A process that cannot read it for so long goes by the rule.</summary>
    private static readonly TimeSpan UsefulFor = TimeSpan.FromDays(4);

    /// <summary>What was learned counts as long as the days that it was learned of.</summary>
    private static readonly TimeSpan CountsFor = TimeSpan.FromDays(91);

    private readonly KnownView<LearnedComplexity>? _view =
        outcomes is null ? null : new(outcomes.ReadComplexityAsync, FreshFor, UsefulFor, clock);

    /// <summary>What was learned last, or null: nothing, or so long ago that it counts no more. It never throws.</summary>
    public async ValueTask<LearnedComplexity?> GetAsync() =>
        _view is not null && await _view.GetAsync() is { } learned && clock.GetUtcNow() - learned.At <= CountsFor ? learned : null;
}
