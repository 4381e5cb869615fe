using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>A resource that is being looked after: who asked, until when, and what they have been told.</summary>
/// <param name="Resource">The table, or the function.</param>
/// <param name="Until">It is looked at every minute until then, and for as long as something is leased.</param>
public sealed record RemediationCase(string Resource, DateTimeOffset Until)
{
    /// <summary>Ids of the incidents that asked, the newest last.</summary>
    public ImmutableArray<string> Incidents { get; init; } = [];

    /// <summary>What kind of thing was told last, so that the same is not told every minute.</summary>
    public string? Told { get; init; }

    /// <summary>How often the service has refused in a row.</summary>
    public int Refusals { get; init; }

    /// <summary>Until when a person's approval counts, or null.</summary>
    public DateTimeOffset? ApprovedUntil { get; init; }

    /// <summary>Until when nothing is changed and all is given back, because a person wants that; or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? RolledBackUntil { get; init; }

    /// <summary>Who wants that, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RolledBackBy { get; init; }

    /// <summary>Version of the record that was read; 0 when it was never written.</summary>
    public long Version { get; init; }
}

/// <summary>Port: which resources a remediation looks after. A write succeeds only when nobody else wrote since the read.</summary>
public interface IRemediationCases
{
    /// <summary>The case of a resource, or null.</summary>
    Task<RemediationCase?> FindAsync(string resource, CancellationToken cancellationToken);

    /// <summary>Writes a case if its version is still the one that was read; false when it is not.</summary>
    Task<bool> WriteAsync(RemediationCase remediationCase, CancellationToken cancellationToken);

    /// <summary>
    /// The resources whose case is not over at a moment, in order. One whose case cannot be read is among them: whoever looks at it fails
    /// at it alone.
    /// </summary>
    Task<IReadOnlyList<string>> OpenAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
