namespace ContactCenter.Core.Deployment;

/// <summary>Who calls a function of this system.</summary>
public enum SystemFunctionKind
{
    /// <summary>SNS, EventBridge or a schedule: asynchronously, with Lambda's retries and a dead-letter queue.</summary>
    Event,

    /// <summary>The stream of the incidents table: retries, bisecting and a dead-letter queue of the event source mapping.</summary>
    Stream,

    /// <summary>A person or a tool, over the HTTP API.</summary>
    Http,

    /// <summary>A contact flow of Amazon Connect, which waits eight seconds at most while a customer is on the line.</summary>
    Hook,
}
