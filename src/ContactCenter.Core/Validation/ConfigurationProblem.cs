namespace ContactCenter.Core.Validation;

/// <summary>Something that is wrong in a configuration.</summary>
/// <param name="Path">Where, as a JSON path: <c>$.queues[1].standby</c>.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What would be right.</param>
public sealed record ConfigurationProblem(string Path, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: found {Found}; {Expected}";
}
