namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>What a schedule rule sends: the time and the rule's ARN, no detail.</summary>
public class ScheduledEvent : CloudWatchEvent<Detail>;
