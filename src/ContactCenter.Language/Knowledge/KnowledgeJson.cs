using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactCenter.Language.Knowledge;

/// <summary>How lists of articles are read.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(IReadOnlyList<Article>))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
