using System.Text.Json.Serialization;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Aws.Contacts;

/// <summary>How the history of models is written.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true, WriteIndented = true)]
[JsonSerializable(typeof(ModelHistory))]
internal sealed partial class HistoryJson : JsonSerializerContext;
