namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>Events as a flow's "Invoke Lambda" block sends them; the values are our own, the shapes are recorded ones.</summary>
internal static class FlowEvents
{
    public const string ContactId = "11111111-2222-3333-4444-555555555555";

    /// <summary>A voice contact with everything that Amazon Connect sends.</summary>
    public static string Voice(string parameters, string attributes = "{}") => $$$$$"""
        {"Name":"ContactFlowEvent","Details":{"ContactData":{"Attributes":{{{{{attributes}}}}},"AwsRegion":"eu-central-1","Channel":"VOICE",
         "ContactId":"{{{{{ContactId}}}}}","InitialContactId":"{{{{{ContactId}}}}}","PreviousContactId":"{{{{{ContactId}}}}}",
         "CustomerEndpoint":{"Address":"+15550100001","Type":"TELEPHONE_NUMBER"},"SystemEndpoint":{"Address":"+15550100002","Type":"TELEPHONE_NUMBER"},
         "CustomerId":null,"InitiationMethod":"INBOUND","InstanceARN":"arn:aws:connect:eu-central-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
         "LanguageCode":"en-US","MediaStreams":{"Customer":{"Audio":{}}},"Name":null,"Description":null,
         "Queue":{"ARN":"arn:aws:connect:eu-central-1:123456789012:instance/a/queue/b","Name":"Billing","OutboundCallerId":{"Address":"+15550100003","Type":"TELEPHONE_NUMBER"}},
         "References":{},"SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:Telephony"}},"Tags":{"aws:connect:instanceId":"a"}},"Parameters":{{{{{parameters}}}}}}}
        """;

    /// <summary>A voice contact of an old instance: only what there always was.</summary>
    public static string MinimalVoice => $$$$$"""
        {"Details":{"ContactData":{"Attributes":{},"Channel":"VOICE","ContactId":"{{{{{ContactId}}}}}","CustomerEndpoint":null,"InstanceARN":"arn:aws:connect:eu-central-1:1:instance/a",
         "MediaStreams":[],"Queue":null,"SystemEndpoint":null},"Parameters":{}},"Name":"ContactFlowEvent"}
        """;

    /// <summary>A chat, whose text the flow has put into an attribute.</summary>
    public static string Chat => $$$$$"""
        {"Name":"ContactFlowEvent","Details":{"ContactData":{"Attributes":{"message":"I lost my card on the train"},"Channel":"CHAT","ContactId":"{{{{{ContactId}}}}}",
         "CustomerEndpoint":null,"SystemEndpoint":null,"CustomerId":null,"Queue":null,"RelatedContactId":"{{{{{ContactId}}}}}","MediaStreams":null,
         "SegmentAttributes":{"connect:Subtype":{"ValueString":"connect:Chat"},"list":{"ValueList":[{"ValueInteger":1}]}}},"Parameters":{}}}
        """;

    /// <summary>A task, which is about its name and description.</summary>
    public static string Task => $$$$$"""
        {"Name":"ContactFlowEvent","Details":{"ContactData":{"Attributes":{},"Channel":"TASK","ContactId":"{{{{{ContactId}}}}}","Name":"Card lost",
         "Description":"The customer says: I lost my card, please block it","References":{"order":{"Type":"STRING","Value":"77"}}},"Parameters":null}}
        """;
}
