using ContactCenter.Simulation.Center;
using ContactCenter.Simulation.Center.Description;

namespace ContactCenter.Simulation.Scenarios;

/// <summary>A stretch of a contact center's life, as data.</summary>
public sealed record Scenario
{
    /// <summary>Name in kebab case, as it is typed.</summary>
    public required string Name { get; init; }

    /// <summary>What happens, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>When it starts, on the center's own clocks.</summary>
    public DateTime StartLocal { get; init; } = new(2026, 3, 2, 7, 0, 0, DateTimeKind.Unspecified);

    /// <summary>How long it is followed unless somebody says otherwise.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>
    /// What goes wrong. A target in braces stands for the first of its kind in whatever center is simulated: <c>{table}</c>,
    /// <c>{api}</c>, <c>{flow}</c>, <c>{function}</c>, <c>{queue}</c>, <c>{profile}</c> (the last one); its name also replaces the braces
    /// in the sentence.
    /// </summary>
    public IReadOnlyList<FaultWindow> Faults { get; init; } = [];

    /// <summary>What the center does day and night, or null: it takes every call that comes, and nothing else.</summary>
    public HabitsDescription? Habits { get; init; }

    /// <summary>Faults about which something is promised; what goes wrong in them goes wrong besides <see cref="Faults"/>.</summary>
    public IReadOnlyList<PlantedFault> Planted { get; init; } = [];

    /// <summary>The faults with the names of a center. A fault whose target the center does not have is left out.</summary>
    public IReadOnlyList<FaultWindow> FaultsFor(CenterDescription center)
    {
        ArgumentNullException.ThrowIfNull(center);
        return
        [
            .. Faults.Concat(Planted.SelectMany(static fault => fault.Faults))
                .Select(fault => Resolve(fault, center)).OfType<FaultWindow>()
        ];
    }

    private static FaultWindow? Resolve(FaultWindow fault, CenterDescription center)
    {
        if (fault.Target is not ['{', ..] placeholder)
        {
            return fault;
        }

        var name = placeholder switch
        {
            "{table}" => center.Tables is [var table, ..] ? table.Name : null,
            "{api}" => center.Apis is [var api, ..] ? api : null,
            "{flow}" => center.Flows[0].Name,
            "{function}" => center.Functions is [var function, ..] ? function.Name : null,
            "{queue}" => center.Queues[0].Name,
            "{profile}" => center.RoutingProfiles[^1].Name,
            _ => throw new InvalidOperationException($"The target {placeholder} stands for nothing."),
        };
        return name is null
            ? null
            : fault with { Target = name, Sentence = fault.Sentence.Replace(placeholder, name, StringComparison.Ordinal) };
    }
}
