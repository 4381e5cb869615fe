namespace ContactCenter.Core.Deployment;

/// <summary>One Lambda function of this system: what a deployment, its alarms, its dashboards and the command line have to know of it.</summary>
/// <param name="Name">Name in kebab case, such as <c>triage-alarm</c>; part of the deployed function's name.</param>
/// <param name="Handler">The handler that <c>ANNOTATIONS_HANDLER</c> chooses, such as <c>TriageAlarm</c>.</param>
/// <param name="Kind">Who calls it, and so what it owes its caller.</param>
/// <param name="Timeout">When Lambda ends an invocation; at most 15 minutes.</param>
/// <param name="MemoryMegabytes">Memory, and with it the share of a processor (1,769 MB are one; Lambda developer guide).</param>
/// <param name="ReservedConcurrency">Copies that run at most and can always run; null: what the account has.</param>
public sealed record SystemFunction(
    string Name,
    string Handler,
    SystemFunctionKind Kind,
    TimeSpan Timeout,
    int MemoryMegabytes,
    int? ReservedConcurrency = null)
{
    /// <summary>Amazon Connect waits for it: alarms of scope <c>Function</c> watch it like the functions of the configuration.</summary>
    public bool IsHook => Kind == SystemFunctionKind.Hook;

    /// <summary>What it cannot process goes to a queue; who calls the others waits for the answer and sees the failure.</summary>
    public bool HasDeadLetters => Kind is SystemFunctionKind.Event or SystemFunctionKind.Stream;
}
