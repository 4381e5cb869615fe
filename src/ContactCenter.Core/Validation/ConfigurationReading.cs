using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation;

/// <summary>A configuration with everything that is wrong with it.</summary>
/// <param name="Configuration">The configuration; null when there are problems.</param>
/// <param name="Problems">All problems at once, in the order of the file.</param>
public sealed record ConfigurationReading(ContactCenterConfiguration? Configuration, IReadOnlyList<ConfigurationProblem> Problems)
{
    /// <summary>What is right and does something else than before, or than one might think; none when there are problems.</summary>
    public IReadOnlyList<ConfigurationProblem> Notices { get; init; } = [];
}

/// <summary>Something that is wrong in a configuration.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.queues[1].standby</c>.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be right.</param>
public sealed record ConfigurationProblem(string Path, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: found {Found}; {Expected}";
}
