using System.Text.Json.Serialization;
using ContactCenter.Language.Classification.Training;

namespace ContactCenter.Cli.Classification;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(EvaluationSummary))]
[JsonSerializable(typeof(ExplainedClassification))]
[JsonSerializable(typeof(ListedModels))]
[JsonSerializable(typeof(TrainingReport))]
internal sealed partial class ClassificationJson : JsonSerializerContext;
