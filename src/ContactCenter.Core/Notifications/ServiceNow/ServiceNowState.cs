namespace ContactCenter.Core.Notifications.ServiceNow;

/// <summary>Values of an incident's <c>state</c> as ServiceNow ships them.</summary>
internal static class ServiceNowState
{
    public const string New = "1";
    public const string InProgress = "2";
    public const string Resolved = "6";
    public const string Closed = "7";
    public const string Canceled = "8";
}
