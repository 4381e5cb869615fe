namespace ContactCenter.Core.Deployment;

/// <summary>Names of the contact flows that a deployment brings, after its prefix. Alarms watch them like those of the configuration.</summary>
public static class SystemFlows
{
    /// <summary>For calls that come in.</summary>
    public const string Inbound = "inbound";

    /// <summary>For chats.</summary>
    public const string Chat = "chat";

    /// <summary>For tasks.</summary>
    public const string Tasks = "task";

    /// <summary>For e-mails.</summary>
    public const string Email = "email";

    /// <summary>For customers who wait in a queue.</summary>
    public const string Waiting = "waiting";

    /// <summary>For customers whose agent has hung up.</summary>
    public const string Survey = "survey";

    /// <summary>For the tasks that incidents open.</summary>
    public const string Incident = "incident";

    /// <summary>All of them; those that contacts come in by first.</summary>
    public static IReadOnlyList<string> All { get; } = [Inbound, Chat, Tasks, Email, Waiting, Survey, Incident];
}
