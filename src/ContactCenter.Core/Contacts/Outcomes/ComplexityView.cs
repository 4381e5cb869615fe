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

    private readonly KnownView<LearnedComplexity>? _view =
        outcomes is null ? null : new(outcomes.ReadComplexityAsync, FreshFor, UsefulFor, clock);

    /// <summary>What was learned last, or null. It never throws.</summary>
    public ValueTask<LearnedComplexity?> GetAsync() => _view?.GetAsync() ?? new ValueTask<LearnedComplexity?>((LearnedComplexity?)null);
}
