using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Validation;

/// <summary>A configuration with everything that is wrong with it.</summary>
/// <param name="Configuration">The configuration; null when there are problems.</param>
/// <param name="Problems">All problems at once, in the order of the file.</param>
public sealed record ConfigurationReading(ContactCenterConfiguration? Configuration, IReadOnlyList<ConfigurationProblem> Problems);
