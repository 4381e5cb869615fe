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

    /// <summary>Who takes over, or swaps, is not read.</summary>
    ForgetsTakeovers,

    /// <summary>Who takes over stays on call after the end of it.</summary>
    KeepsTakeovers,

    /// <summary>Mutes and windows that people have set are not read.</summary>
    ForgetsMutes,

    /// <summary>Mutes and windows hold until the end that they were to have, also when they were ended before it.</summary>
    KeepsMutes,

    /// <summary>A mute holds everything, whatever it names.</summary>
    MutesMore,

    /// <summary>While the store of settings does not answer, what it had is given for ever.</summary>
    ServesOutdatedSettings,

    /// <summary>An act about settings ignores that somebody else was faster.</summary>
    NoVersionConditionOfSettings,

    /// <summary>One of every few acts about settings is not in the audit.</summary>
    LosesAudit,

    /// <summary>What an undone act has changed is gone instead of what it was.</summary>
    UndoesTooMuch,

    /// <summary>Which thresholds were written is not noted.</summary>
    ForgetsWrittenThresholds,

    /// <summary>A threshold that nobody has set is written too.</summary>
    WritesOtherThresholds,

    /// <summary>An act on an incident does not leave the mark by which its repetition is recognised, nor its answer.</summary>
    RepeatsActs,

    /// <summary>Events do not say who acted.</summary>
    LosesAuthors,

    /// <summary>What is muted from an incident is told and not stored.</summary>
    LosesMutes,

    /// <summary>A repair is not told who has approved it.</summary>
    ForgetsApprovals,

    /// <summary>What a person rolls back does not reach the repair.</summary>
    LosesRollBacks,
}
