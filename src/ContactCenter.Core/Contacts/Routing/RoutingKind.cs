namespace ContactCenter.Core.Contacts.Routing;

/// <summary>Why a contact goes to its queue.</summary>
public enum RoutingKind
{
    /// <summary>It is the queue of the topic, or the one that the flow asked for, or the default one.</summary>
    Preferred,

    /// <summary>Another queue serves sooner.</summary>
    Overflow,

    /// <summary>The preferred queue is in trouble.</summary>
    Incident,

    /// <summary>Nobody serves any queue that would do.</summary>
    Unstaffed,

    /// <summary>The center is closed.</summary>
    Closed,
}
