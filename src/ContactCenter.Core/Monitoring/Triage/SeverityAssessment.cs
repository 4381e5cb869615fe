using System.Collections.Immutable;
using ContactCenter.Core.Common;

namespace ContactCenter.Core.Monitoring.Triage;

/// <summary>A severity with its reasons, as sentences that a manager understands.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Reasons">Why, in order: the base first, then what moved it.</param>
public sealed record SeverityAssessment(Severity Severity, ImmutableArray<string> Reasons);
