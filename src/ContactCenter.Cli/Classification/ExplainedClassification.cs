using ContactCenter.Core.Contacts.Classification;

namespace ContactCenter.Cli.Classification;

/// <summary>What <c>classify --json</c> prints for one text.</summary>
internal sealed record ExplainedClassification(ContactClassification Classification, TopicExplanation Explanation);
