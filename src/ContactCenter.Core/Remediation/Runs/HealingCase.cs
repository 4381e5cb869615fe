using System.Collections.Immutable;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>A resource that is being looked after: who asked, until when, and what they have been told.</summary>
/// <param name="Resource">The table, or the function.</param>
/// <param name="Until">It is looked at every minute until then, and for as long as something is borrowed.</param>
public sealed record HealingCase(string Resource, DateTimeOffset Until)
{
    /// <summary>Ids of the incidents that asked, the newest last.</summary>
    public ImmutableArray<string> Incidents { get; init; } = [];

    /// <summary>What kind of thing was told last, so that the same is not told every minute.</summary>
    public string? Told { get; init; }

    /// <summary>How often the service has refused in a row.</summary>
    public int Refusals { get; init; }

    /// <summary>Until when a person's approval counts, or null.</summary>
    public DateTimeOffset? ApprovedUntil { get; init; }

    /// <summary>Version of the record that was read; 0 when it was never written.</summary>
    public long Version { get; init; }
}
