namespace ContactCenter.Core.Incidents;

/// <summary>Something happened around the incident that people should see on its timeline, such as a deployment just before.</summary>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Text">What, as a sentence.</param>
public sealed record ContextNoted(DateTimeOffset OccurredAt, string Text) : IncidentInput
{
    /// <summary>What makes a second telling of it recognisable, so that it changes nothing; null: every telling counts.</summary>
    public string? Id { get; init; }
}
