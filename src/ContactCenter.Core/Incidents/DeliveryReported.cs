namespace ContactCenter.Core.Incidents;

/// <summary>Carrying out an effect went otherwise than planned: another way was taken, or nobody was reached.</summary>
/// <param name="Text">What happened, as a sentence.</param>
public sealed record DeliveryReported(string Text) : IncidentInput;
