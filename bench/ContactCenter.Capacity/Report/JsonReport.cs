using System.Text.Json.Serialization;

namespace ContactCenter.Capacity.Report;

/// <summary>The same as one JSON document.</summary>
/// <param name="Seed">Seed of every random draw.</param>
/// <param name="Quick">True for the short run.</param>
/// <param name="Scores">Each policy on each trace.</param>
/// <param name="Ratios">The same against target tracking and the oracle on that trace.</param>
/// <param name="Together">Each policy over all traces.</param>
public sealed record JsonReport(
    int Seed, bool Quick, IReadOnlyList<Score> Scores, IReadOnlyList<TraceRatio> Ratios, IReadOnlyList<Comparison> Together);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(JsonReport))]
public sealed partial class JsonReportContext : JsonSerializerContext;
