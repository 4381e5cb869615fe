namespace Amazon.Lambda.CloudWatchEvents.ScheduledEvents;

/// <summary>Always empty.</summary>
public class Detail;
