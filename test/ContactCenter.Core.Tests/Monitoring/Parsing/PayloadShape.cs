namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>The ways in which one state change of an alarm reaches a function.</summary>
public enum PayloadShape
{
    SnsMessage,
    SnsEvent,
    SnsHttpNotification,
    EventBridgeEvent,
    DirectAction,
    SnsInSqs,
    RawMessageInSqs,
    EventBridgeInSnsEvent,
}
