namespace ContactCenter.Classification;

/// <summary>How one way to tell texts out of scope did, as the mean of all draws. Shares are 0 to 1.</summary>
/// <param name="Name">The way.</param>
/// <param name="UnknownTopics">Area under the curve against texts of topics that were kept from the training.</param>
/// <param name="General">Area under the curve against texts about nothing that a contact center does.</param>
/// <param name="UnknownTopicsRecall">Share of the texts of unknown topics refused where 5 % of the texts in scope are refused.</param>
/// <param name="GeneralRecall">The same of the general texts.</param>
internal sealed record OutOfScopeResult(
    string Name, double UnknownTopics, double General, double UnknownTopicsRecall, double GeneralRecall);
