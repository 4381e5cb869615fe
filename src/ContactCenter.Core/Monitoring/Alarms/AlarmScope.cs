namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>
/// What one alarm watches, and so how often a definition is deployed: once for the instance, or once for each queue, flow,
/// function … of <c>contactcenter.json</c>. Amazon Connect publishes no roll-up over queues or flows, so each needs its own alarm.
/// </summary>
public enum AlarmScope
{
    /// <summary>The Amazon Connect instance; one alarm.</summary>
    Instance,

    /// <summary>One alarm for each queue.</summary>
    Queue,

    /// <summary>One alarm for each contact flow.</summary>
    ContactFlow,

    /// <summary>The log of all contact flows of the instance; one alarm.</summary>
    FlowLog,

    /// <summary>The trail of who changed what; one alarm.</summary>
    Trail,

    /// <summary>One alarm for each Lambda function that a contact flow calls.</summary>
    Function,

    /// <summary>One alarm for each Amazon Lex bot alias.</summary>
    Bot,

    /// <summary>One alarm for each DynamoDB table.</summary>
    Table,

    /// <summary>One alarm for each global secondary index; a table's series exclude its indexes.</summary>
    Index,

    /// <summary>One alarm for each external API that a hook calls.</summary>
    Api,

    /// <summary>One alarm for each routing profile.</summary>
    RoutingProfile,

    /// <summary>The AWS account and Region; one alarm.</summary>
    Account,

    /// <summary>This system itself: its functions, topics, queues and schedules; one alarm for each.</summary>
    System,
}
