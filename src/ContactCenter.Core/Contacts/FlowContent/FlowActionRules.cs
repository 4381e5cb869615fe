using static ContactCenter.Core.Contacts.FlowContent.FlowErrors;

namespace ContactCenter.Core.Contacts.FlowContent;

/// <summary>
/// The types of actions, and what the service asks of each. Names: developer guide, flow language, with what its pages spell otherwise than
/// the service. Errors and parameters: what <c>CreateContactFlow</c> was seen to take and to refuse; of what was not seen nothing is said.
/// </summary>
internal static class FlowActionRules
{
    /// <summary>What the prompt of an action may be; one of them.</summary>
    public static IReadOnlyList<string> Prompts { get; } = ["PromptId", "Text", "SSML", "Media"];

    /// <summary>Names that people try, and what the service calls it.</summary>
    private static readonly Dictionary<string, string> Misnomers = new(StringComparer.Ordinal)
    {
        ["UnTagContact"] = "UntagContact",
        ["UpdateRoutingCriteria"] = "UpdateContactRoutingCriteria",
        ["UpdateContactRoutingData"] = "UpdateContactRoutingCriteria",
        ["CheckStaffing"] = "CheckMetricData",
        ["CheckQueueStatus"] = "CheckMetricData",
        ["GetQueueMetrics"] = "GetMetricData",
        ["SetWorkingQueue"] = "UpdateContactTargetQueue",
        ["SetLoggingBehavior"] = "UpdateFlowLoggingBehavior",
        ["StoreUserInput"] = "GetParticipantInput",
        ["PlayPrompt"] = "MessageParticipant",
        ["TransferToPhoneNumber"] = "TransferParticipantToThirdParty",
        ["Distribute"] = "DistributeByPercentage",
    };

    private static readonly Dictionary<string, FlowActionRule> All = new(StringComparer.Ordinal)
    {
        ["AssociateContactToCustomerProfile"] = FlowActionRule.Known,
        ["AuthenticateParticipant"] = FlowActionRule.Known,
        ["CheckHoursOfOperation"] = FlowActionRule.With(Any) with { Parameters = ["HoursOfOperationId"] },
        ["CheckMetricData"] = FlowActionRule.With(NoCondition, Any) with { Parameters = ["MetricType", "QueueId", "AgentId"] },
        ["CheckOutboundCallStatus"] = FlowActionRule.Known,
        ["CheckVoiceId"] = FlowActionRule.Known,
        ["Compare"] = FlowActionRule.With(NoCondition) with { Parameters = ["ComparisonValue"] },
        ["CompleteOutboundCall"] = FlowActionRule.Known,
        ["ConnectParticipantWithAgenticCX"] = FlowActionRule.Known,
        ["ConnectParticipantWithLexBot"] = FlowActionRule.With(Silence, NoCondition, Any) with
        {
            Parameters = [.. Prompts, "LexV2Bot", "LexBot", "LexSessionAttributes", "LexTimeoutSeconds", "LexInitializationData"]
        },
        ["CreateCallbackContact"] = FlowActionRule.AtLeast(Any) with { HasConditions = false },
        ["CreateCase"] = FlowActionRule.Known,
        ["CreateContact"] = FlowActionRule.Known,
        ["CreateCustomerProfile"] = FlowActionRule.Known,
        ["CreatePersistentContactAssociation"] = FlowActionRule.Known,
        ["CreateTask"] = FlowActionRule.AtLeast(Any),
        ["CreateWisdomSession"] = FlowActionRule.Known,
        ["DequeueContactAndTransferToQueue"] = FlowActionRule.With(Full, Any) with { Parameters = ["QueueId", "AgentId"] },
        ["DisconnectParticipant"] = FlowActionRule.End,
        ["DistributeByPercentage"] = FlowActionRule.AtLeast(NoCondition),
        ["EndFlowExecution"] = FlowActionRule.End,
        ["EndFlowModuleExecution"] = FlowActionRule.End with { Parameters = ["Result", "ResultData"] },
        ["EvaluateDataTableValues"] = FlowActionRule.Known,
        ["GetCalculatedAttributesForCustomerProfile"] = FlowActionRule.Known,
        ["GetCase"] = FlowActionRule.Known,
        ["GetCustomerProfile"] = FlowActionRule.AtLeast("MultipleFoundError", "NoneFoundError", Any),
        ["GetCustomerProfileObject"] = FlowActionRule.Known,
        ["GetMetricData"] = FlowActionRule.AtLeast(Any),
        ["GetParticipantInput"] = FlowActionRule.AtLeast(Any) with
        {
            Parameters =
            [
                .. Prompts, "InputTimeLimitSeconds", "StoreInput", "InputValidation", "InputEncryption", "DTMFConfiguration",
                "SkipWhenDTMFBufferEnabled"
            ]
        },
        ["InvokeFlowModule"] = FlowActionRule.AtLeast(Any),
        ["InvokeLambdaFunction"] = FlowActionRule.With(Any) with
        {
            HasConditions = false,
            Parameters =
            [
                "LambdaFunctionARN", "InvocationTimeLimitSeconds", "InvocationType", "LambdaInvocationAttributes", "ResponseValidation"
            ],
        },
        ["LoadContactContent"] = FlowActionRule.Known,
        ["Loop"] = new FlowActionRule { OtherErrors = [Any] },
        ["MessageParticipant"] = new FlowActionRule { OtherErrors = [Any], Parameters = [.. Prompts, "SkipWhenDTMFBufferEnabled"] },
        ["MessageParticipantIteratively"] = new FlowActionRule { NeedsNext = false },
        ["RenderMessageTemplate"] = FlowActionRule.AtLeast("TemplateRenderingError", Any),
        ["ResumeContact"] = FlowActionRule.Known,
        ["ShowView"] = FlowActionRule.AtLeast(NoCondition, Any, "TimeLimitExceeded"),
        ["StartOutboundChatContact"] = FlowActionRule.Known,
        ["StartOutboundEmailContact"] = FlowActionRule.Known,
        ["StartVoiceIdStream"] = FlowActionRule.Known,
        ["TagContact"] = FlowActionRule.AtLeast(Any) with { Parameters = ["Tags"] },
        ["TransferContactToAgent"] = FlowActionRule.End,
        ["TransferContactToQueue"] = FlowActionRule.With(Full, Any) with { Parameters = [] },
        ["TransferParticipantToThirdParty"] = FlowActionRule.Known,
        ["TransferToFlow"] = FlowActionRule.AtLeast(Any),
        ["UntagContact"] = FlowActionRule.AtLeast(Any) with { Parameters = ["TagKeys"] },
        ["UpdateCase"] = FlowActionRule.Known,
        ["UpdateContactAttributes"] = FlowActionRule.With(Any) with { Parameters = ["Attributes", "TargetContact"] },
        ["UpdateContactCallbackNumber"] = FlowActionRule.With("InvalidCallbackNumber", "CallbackNumberNotDialable") with
        {
            Parameters = ["CallbackNumber"]
        },
        ["UpdateContactData"] = FlowActionRule.Known,
        ["UpdateContactEventHooks"] = FlowActionRule.AtLeast(Any),
        ["UpdateContactMediaProcessing"] = FlowActionRule.Known,
        ["UpdateContactMediaStreamingBehavior"] = FlowActionRule.Known,
        ["UpdateContactRecordingAndAnalyticsBehavior"] = FlowActionRule.AtLeast(Any, "ChannelMismatch"),
        ["UpdateContactRecordingBehavior"] = new FlowActionRule
        {
            OtherErrors = [],
            Parameters = ["RecordingBehavior", "AnalyticsBehavior"]
        },
        ["UpdateContactRoutingBehavior"] = new FlowActionRule { Parameters = ["QueuePriority", "QueueTimeAdjustmentSeconds"] },
        ["UpdateContactRoutingCriteria"] = FlowActionRule.AtLeast(Any),
        ["UpdateContactTargetQueue"] = FlowActionRule.AtLeast(Any) with { Parameters = ["QueueId", "AgentId"] },
        ["UpdateContactTextToSpeechVoice"] = FlowActionRule.AtLeast(Any),
        ["UpdateCustomerProfile"] = FlowActionRule.Known,
        ["UpdateFlowAttributes"] = FlowActionRule.AtLeast(Any) with { Parameters = ["FlowAttributes"] },
        ["UpdateFlowLoggingBehavior"] = new FlowActionRule { Parameters = ["FlowLoggingBehavior"] },
        ["UpdatePreviousContactParticipantState"] = FlowActionRule.Known,
        ["Wait"] = FlowActionRule.AtLeast(Any),
    };

    /// <summary>The rule of a type, or null: the service knows no such type.</summary>
    public static FlowActionRule? Of(string type) => All.GetValueOrDefault(type);

    /// <summary>What the service calls what people call so; null when that is not known.</summary>
    public static string? MeantBy(string type) => Misnomers.GetValueOrDefault(type);
}
