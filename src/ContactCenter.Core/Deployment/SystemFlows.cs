using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>
/// Names of the contact flows that a deployment brings, after its prefix. Alarms watch them like those of the configuration.
/// </summary>
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

    /// <summary>For the case that the others fail: into the default queue, and nothing else.</summary>
    public const string Emergency = "emergency";

    /// <summary>The guide in which agents report what is wrong; deployed where <c>flows.agentReports</c> asks for it.</summary>
    public const string AgentReport = "agent-report";

    /// <summary>The guide of agents beside a contact; deployed where <c>flows.agentGuide</c> asks for it.</summary>
    public const string AgentGuide = "agent-guide";

    /// <summary>For the calls that tell people of incidents; deployed where <c>calls</c> says who is seen calling.</summary>
    public const string Call = "call";

    /// <summary>For the calls that this system places to numbers of the center; deployed where <c>synthetic.calls</c> has them.</summary>
    public const string SyntheticCall = "synthetic-call";

    /// <summary>Those of customers, which every configuration has; those that contacts come in by first.</summary>
    public static IReadOnlyList<string> All { get; } = [Inbound, Chat, Tasks, Email, Waiting, Survey, Incident, Emergency];

    /// <summary>
    /// Those that a configuration has deployed. Beside modules for flows of one's own it is the flow of incidents alone, which no contact
    /// of a customer comes in by.
    /// </summary>
    /// <param name="configuration">The configuration.</param>
    public static IReadOnlyList<string> Of(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return
        [
            .. configuration.Flows is not { } flows ? [] : flows.ModulesOnly ? [Incident] : All,
            .. configuration.Flows?.AgentReports is null ? Array.Empty<string>() : [AgentReport],
            .. configuration.Flows?.AgentGuide is null ? Array.Empty<string>() : [AgentGuide],
            .. configuration.Calls is null ? Array.Empty<string>() : [Call],
        ];
    }
}

/// <summary>A task or an e-mail that no queue took in time: its flow says so, and the log of the flow is counted.</summary>
public static class UnclaimedContact
{
    /// <summary>Attribute of the contact: <c>yes</c>, and <c>ended</c> when it was given up.</summary>
    public const string Attribute = "unclaimed";
}

/// <summary>How long contact flows wait for a hook: what their blocks say, and what alarms are measured by.</summary>
public static class FlowWait
{
    /// <summary>
    /// Amazon Connect waits so many seconds, 1 to 8. A hook answers within two of its own; the rest is for a cold start. The caller hears
    /// nothing meanwhile.
    /// </summary>
    public const int Seconds = 4;

    /// <summary>
    /// A hook that has no answer by then gives the prepared one. A designer who leaves a block alone lets it wait 3 seconds.
    /// </summary>
    public const int HookMilliseconds = 2000;

    /// <summary>From so much of the wait on an answer is slow: what is left is for the way there and back.</summary>
    public const double SlowShare = 0.8;

    /// <summary>An answer is slow from here on, in milliseconds.</summary>
    public const double SlowMilliseconds = Seconds * 1000 * SlowShare;
}
