namespace ContactCenter.Infra.Flows;

/// <summary>Where a flow runs, and so what it may do.</summary>
internal enum FlowKind
{
    /// <summary>For a contact that comes in, and for a customer whose agent has hung up.</summary>
    Inbound,

    /// <summary>For a customer who waits in a queue.</summary>
    CustomerQueue,

    /// <summary>A part that other flows run.</summary>
    Module,
}
