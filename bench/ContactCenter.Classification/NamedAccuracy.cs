namespace ContactCenter.Classification;

/// <summary>The accuracy of something, 0 to 1.</summary>
internal sealed record NamedAccuracy(string Name, double Accuracy);
