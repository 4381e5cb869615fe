using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.DynamoDBEvents;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Contacts.Knowledge;
using ContactCenter.Functions.Contacts.Promises;
using ContactCenter.Functions.Contacts.Synthetic;
using ContactCenter.Functions.Contacts.Tickets;
using ContactCenter.Functions.Incidents;
using ContactCenter.Functions.Learning;
using ContactCenter.Functions.Remediation;

namespace ContactCenter.Functions;

/// <summary>The events that functions take and the answers that they give.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyRequest))]
[JsonSerializable(typeof(APIGatewayHttpApiV2ProxyResponse))]
[JsonSerializable(typeof(IReadOnlyList<TriageReply>))]
[JsonSerializable(typeof(ClockReply))]
[JsonSerializable(typeof(RemediationReply))]
[JsonSerializable(typeof(ChangeReply))]
[JsonSerializable(typeof(CollectReply))]
[JsonSerializable(typeof(NumbersReply))]
[JsonSerializable(typeof(TrackReply))]
[JsonSerializable(typeof(CallbacksReply))]
[JsonSerializable(typeof(PromisesReply))]
[JsonSerializable(typeof(TicketsReply))]
[JsonSerializable(typeof(StackRequest))]
[JsonSerializable(typeof(StackAnswer))]
[JsonSerializable(typeof(RetrainReply))]
[JsonSerializable(typeof(BuildReply))]
[JsonSerializable(typeof(CheckReply))]
[JsonSerializable(typeof(EndedCallReply))]
[JsonSerializable(typeof(ReachReply))]
[JsonSerializable(typeof(SyntheticReply))]
[JsonSerializable(typeof(ReportReply))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class FunctionsJson : JsonSerializerContext;
