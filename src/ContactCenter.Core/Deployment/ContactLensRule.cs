namespace ContactCenter.Core.Deployment;

/// <summary>A rule of Contact Lens that tells how a customer felt over a whole contact.</summary>
/// <param name="Name">Name after the prefix of the deployment.</param>
/// <param name="Source">Event source of the rule (API reference, RuleTriggerEventSource).</param>
/// <param name="Value">What is compared (administrator guide, rules function language).</param>
/// <param name="Limit">The customer's score, -5 to 5: below zero at most this, above at least.</param>
/// <param name="Meaning">What a match means, -1 to 1.</param>
public sealed record ContactLensRule(string Name, string Source, string Value, int Limit, double Meaning);
