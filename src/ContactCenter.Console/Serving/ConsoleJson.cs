using System.Text.Json.Serialization;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Alarms;
using ContactCenter.Core.Api.Contacts;
using ContactCenter.Core.Api.Forecasts;
using ContactCenter.Core.Api.History;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Api.Knowledge;
using ContactCenter.Core.Api.Queues;
using ContactCenter.Core.Api.Reviews;
using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Api.Status;
using ContactCenter.Core.Api.Trails;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Settings;

namespace ContactCenter.Web.Serving;

/// <summary>Answers of the API, read as any caller reads them: what is new in them is passed over.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(IncidentPage))]
[JsonSerializable(typeof(IncidentDetails))]
[JsonSerializable(typeof(TimelinePage))]
[JsonSerializable(typeof(MuteAnswer))]
[JsonSerializable(typeof(RecordPage))]
[JsonSerializable(typeof(RecordFile))]
[JsonSerializable(typeof(QueueHalfHours))]
[JsonSerializable(typeof(BandList))]
[JsonSerializable(typeof(QueueList))]
[JsonSerializable(typeof(ForecastView))]
[JsonSerializable(typeof(TrendList))]
[JsonSerializable(typeof(SettingList))]
[JsonSerializable(typeof(SettingAct))]
[JsonSerializable(typeof(SettingActPage))]
[JsonSerializable(typeof(SettingPreview))]
[JsonSerializable(typeof(OnCallList))]
[JsonSerializable(typeof(InForceView))]
[JsonSerializable(typeof(AlarmList))]
[JsonSerializable(typeof(TrailView))]
[JsonSerializable(typeof(AdviceList))]
[JsonSerializable(typeof(LeaseList))]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(DraftList))]
[JsonSerializable(typeof(ReviewAnswer))]
[JsonSerializable(typeof(ReviewList))]
[JsonSerializable(typeof(TopicDayList))]
[JsonSerializable(typeof(SurveyList))]
[JsonSerializable(typeof(UnsureList))]
[JsonSerializable(typeof(CorrectedContact))]
[JsonSerializable(typeof(KnowledgeView))]
[JsonSerializable(typeof(ArticlePage))]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(ArticleVersions))]
[JsonSerializable(typeof(ArticleActList))]
[JsonSerializable(typeof(PreviewView))]
internal sealed partial class ConsoleJson : JsonSerializerContext;
