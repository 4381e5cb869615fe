namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Names in the one table. A partition is what is known under one correlation key; beside these there are notes and recent changes.
/// docs/design/incident-store.md tells why it is laid out so.
/// </summary>
public static class TableSchema
{
    /// <summary>Partition key, a string.</summary>
    public const string PartitionKey = "pk";

    /// <summary>Sort key, a string.</summary>
    public const string SortKey = "sk";

    /// <summary>
    /// The sparse index of what the clock must look at: partition key <see cref="DueIn"/>, sort key <see cref="NextDueAt"/>, projection
    /// <see cref="Id"/> only.
    /// </summary>
    public const string DueIndex = "due";

    /// <summary>Index partition key, a string; only items that can become due have it.</summary>
    public const string DueIn = "dueIn";

    /// <summary>Index sort key, a number: milliseconds since 1970.</summary>
    public const string NextDueAt = "nextDueAt";

    /// <summary>Time to live, a number: seconds since 1970.</summary>
    public const string ExpiresAt = "expiresAt";

    /// <summary>Id of the incident or effect that an item of the index stands for.</summary>
    public const string Id = "id";

    /// <summary>What kind of item it is; event source mappings filter by it.</summary>
    public const string Kind = "kind";

    /// <summary>The <see cref="Kind"/> of an effect: an INSERT of it is what <c>DeliverEffects</c> is called for.</summary>
    public const string EffectKind = "effect";

    /// <summary>On effects: effects of the same value must not overtake each other.</summary>
    public const string Lane = "lane";

    internal const string CorrelationKind = "correlation";
    internal const string IncidentKind = "incident";
    internal const string TimelineKind = "timeline";
    internal const string EffectPackKind = "effectPack";
    internal const string NoteKind = "note";
    internal const string ChangeKind = "change";

    internal const string Version = "version";
    internal const string Body = "body";
    internal const string Attempts = "attempts";
    internal const string RestsUntil = "restsUntil";
    internal const string Failure = "failure";

    /// <summary>Value of <see cref="DueIn"/> for active incidents.</summary>
    internal const string DueIncidents = "incidents";

    /// <summary>Value of <see cref="DueIn"/> for effects that are not done.</summary>
    internal const string DueEffects = "effects";
}
