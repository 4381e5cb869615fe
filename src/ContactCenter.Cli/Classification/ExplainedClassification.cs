using ContactCenter.Language.Classification.Explanation;
using ContactCenter.Language.Classification.Model;

namespace ContactCenter.Cli.Classification;

/// <summary>What <c>classify --json</c> prints for one text.</summary>
internal sealed record ExplainedClassification(ContactClassification Classification, TopicExplanation Explanation);
