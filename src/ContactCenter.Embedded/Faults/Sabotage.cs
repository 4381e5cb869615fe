namespace ContactCenter.Embedded.Faults;

/// <summary>A way in which the pipeline can be broken on purpose, to see that the invariants notice.</summary>
public enum Sabotage
{
    /// <summary>Nothing is broken.</summary>
    None,

    /// <summary>A function that failed is not invoked again.</summary>
    NoRetries,

    /// <summary>The clock never runs.</summary>
    NoClock,

    /// <summary>A commit ignores that somebody else was faster.</summary>
    NoVersionCondition,

    /// <summary>That an effect was carried out is not written down.</summary>
    ForgetsDeliveries,

    /// <summary>A channel is not asked what has arrived already.</summary>
    NeverAsksChannels,

    /// <summary>A channel gets every message twice, though nobody died and nothing timed out.</summary>
    RepeatsMessages,

    /// <summary>A message that arrives after something newer is not put right.</summary>
    NeverPutsRight,

    /// <summary>Nothing stands in for an endpoint that is broken.</summary>
    NeverFallsBack,

    /// <summary>That a fallback was told of a step is not written down.</summary>
    ForgetsFallbacks,

    /// <summary>Deadlines of new incidents are not stored.</summary>
    LosesDeadlines,

    /// <summary>Effects are not stored with the decision.</summary>
    LosesEffects,

    /// <summary>One of every few timeline events is lost.</summary>
    LosesTimeline,

    /// <summary>Planned work is not known to what is deployed.</summary>
    TellsWhatIsHeld,

    /// <summary>What is read of an incident that is over is now and then what it was before.</summary>
    TellsWhatIsOver,

    /// <summary>Messages do not name what they are about.</summary>
    HidesNames,

    /// <summary>The account of a metric is not heard.</summary>
    ForgetsAccounts,

    /// <summary>Promises count from the opening, whatever happened since.</summary>
    PromisesFromTheOpening,

    /// <summary>A decision is told in several messages.</summary>
    TellsEveryState,

    /// <summary>One of every few records of the history is not written.</summary>
    LosesHistory,
}
