using System.Text.Json.Serialization;

namespace ContactCenter.Functions.Contacts;

/// <summary>What a retraining did, for whoever invokes the function by hand.</summary>
/// <param name="Champion">The model that served before.</param>
/// <param name="Promoted">The new model; null when the other stays.</param>
/// <param name="Held">True when no model is promoted since a rollback, until somebody resumes.</param>
/// <param name="Reason">Why.</param>
/// <param name="Report">The whole report, in Markdown.</param>
public sealed record RetrainReply(
    [property: JsonPropertyName("champion")] string Champion,
    [property: JsonPropertyName("promoted")] string? Promoted,
    [property: JsonPropertyName("held")] bool Held,
    [property: JsonPropertyName("reason")] string Reason,
    [property: JsonPropertyName("report")] string Report);
