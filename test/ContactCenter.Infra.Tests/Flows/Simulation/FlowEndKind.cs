namespace ContactCenter.Infra.Tests.Flows.Simulation;

internal enum FlowEndKind
{
    /// <summary>In a queue.</summary>
    Queue,

    /// <summary>Still in the queue in which it was, or with the agent.</summary>
    Waiting,

    /// <summary>To be called back.</summary>
    Callback,

    /// <summary>With an answer from the knowledge base.</summary>
    Answered,

    /// <summary>Gone, after the customer was told why.</summary>
    PoliteEnd,

    /// <summary>Gone without a word.</summary>
    Dropped,
}
