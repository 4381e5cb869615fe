using System.Text.Json.Serialization;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Cli.Knowledge;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AskedQuestion))]
[JsonSerializable(typeof(KnowledgeEvaluation))]
internal sealed partial class AnswerJson : JsonSerializerContext;
