using System.Text.Json.Serialization;

namespace ContactCenter.Routing.Report;

/// <summary>The comparison as one JSON document.</summary>
internal sealed record JsonReport(string Trace, int Days, double Scale, double Staffing, IReadOnlyList<Score> Scores, bool IsBarMet);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(JsonReport))]
internal sealed partial class JsonReportContext : JsonSerializerContext;
