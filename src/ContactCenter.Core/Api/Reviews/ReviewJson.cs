using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reviews;

namespace ContactCenter.Core.Api.Reviews;

/// <summary>Answers about reviews, and what is written of them; also how a review is printed as JSON.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(CamelCaseEnumConverter<IncidentState>), typeof(CamelCaseEnumConverter<TimelineKind>),
        typeof(CamelCaseEnumConverter<VerdictKind>), typeof(CamelCaseEnumConverter<PersonAction>),
        typeof(CamelCaseEnumConverter<PromiseKind>), typeof(CamelCaseEnumConverter<PromiseOutcome>),
        typeof(CamelCaseEnumConverter<Channel>), typeof(CamelCaseEnumConverter<ReviewState>),
        typeof(CamelCaseEnumConverter<ReviewStep>), typeof(CamelCaseEnumConverter<ReviewGap>),
        typeof(CamelCaseEnumConverter<FindingRole>), typeof(CamelCaseEnumConverter<FindingKind>),
        typeof(CamelCaseEnumConverter<ActionType>), typeof(CamelCaseEnumConverter<ActionState>),
        typeof(CamelCaseEnumConverter<KnownBy>), typeof(CamelCaseEnumConverter<ChangeKind>),
        typeof(CamelCaseEnumConverter<ChangeMatch>), typeof(CamelCaseEnumConverter<RemediationVerdict>),
        typeof(CamelCaseEnumConverter<RemediationBasis>),
    ])]
[JsonSerializable(typeof(ReviewAnswer))]
[JsonSerializable(typeof(ReviewList))]
[JsonSerializable(typeof(ReviewVersion))]
[JsonSerializable(typeof(ReviewBody))]
public sealed partial class ReviewJson : JsonSerializerContext;
