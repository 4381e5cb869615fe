using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>A question over several alarms of the catalog, red while any of them is.</summary>
public sealed record CompositeDefinition
{
    /// <summary>Stable name in kebab case; part of the deployed alarm's name.</summary>
    public required string Id { get; init; }

    /// <summary>The symptom in at most six words, as it stands in a headline.</summary>
    public required string Symptom { get; init; }

    /// <summary>What it tells, in one sentence for a manager.</summary>
    public required string Description { get; init; }

    /// <summary>Ids of the definitions whose alarms it looks at, on whatever resource.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Id of the composite that explains this one: while that is red, this one says nothing. Null: nothing does.</summary>
    public string? SuppressedBy { get; init; }

    /// <summary>Severity.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Correlation group; together with the instance's own alarms of the group it is one incident.</summary>
    public required string Group { get; init; }

    /// <summary>Who owns the follow-up.</summary>
    public required string Owner { get; init; }

    /// <summary>File name under <c>docs/runbooks/</c> without the ending.</summary>
    public required string Runbook { get; init; }
}
