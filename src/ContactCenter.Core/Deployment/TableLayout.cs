namespace ContactCenter.Core.Deployment;

/// <summary>
/// Names of the attributes and the index that the tables of this system are deployed with: what deploys them and what reads them take the
/// names from here. Items that are stored carry them, so they stay what they are.
/// </summary>
public static class TableLayout
{
    /// <summary>Partition key of both tables, a string.</summary>
    public const string PartitionKey = "pk";

    /// <summary>Sort key of both tables, a string.</summary>
    public const string SortKey = "sk";

    /// <summary>Time to live in both tables, a number: seconds since 1970.</summary>
    public const string ExpiresAt = "expiresAt";

    /// <summary>
    /// The sparse index of incidents that the clock must look at: partition key <see cref="DueIn"/>, sort key <see cref="NextDueAt"/>,
    /// projection <see cref="Id"/> only.
    /// </summary>
    public const string DueIndex = "due";

    /// <summary>Index partition key, a string; only items that can become due have it.</summary>
    public const string DueIn = "dueIn";

    /// <summary>Index sort key, a number: milliseconds since 1970.</summary>
    public const string NextDueAt = "nextDueAt";

    /// <summary>Id of the incident or effect that an item of the index stands for.</summary>
    public const string Id = "id";

    /// <summary>What kind of item it is; event source mappings filter by it.</summary>
    public const string Kind = "kind";

    /// <summary>The <see cref="Kind"/> of an effect: an INSERT of it is what <c>DeliverEffects</c> is called for.</summary>
    public const string EffectKind = "effect";

    /// <summary>Partition of what people have decided at run time; hooks may read this one and no other.</summary>
    public const string SettingsPartition = "settings";

    /// <summary>Partition of the newest version of each review; who reminds of actions may read this one.</summary>
    public const string ReviewsPartition = "reviews";

    /// <summary>Partition of the sealed keys by which the console protects cookies and forms.</summary>
    public const string ConsoleKeysPartition = "console-keys";

    /// <summary>What partitions of the numbers of the center begin with; who keeps them may write these and no others.</summary>
    public const string NumbersPrefix = "numbers#";

    /// <summary>What partitions of notes begin with, before their name; who needs one may have that one alone.</summary>
    public const string NotePrefix = "note#";

    /// <summary>The <see cref="Kind"/> of a correlation with its newest incident: <c>KeepHistory</c> is called for every version.</summary>
    public const string CorrelationKind = "correlation";

    /// <summary>The <see cref="Kind"/> of an incident that a newer one of its key took the place of.</summary>
    public const string IncidentKind = "incident";

    /// <summary>On an effect that is done or given up, a number: when, in milliseconds since 1970.</summary>
    public const string DoneAt = "doneAt";

    /// <summary>
    /// On an effect whose channel was at it and whose outcome is known now, a number: since when, in milliseconds since 1970. A MODIFY with
    /// it is what <c>DeliverEffects</c> is called for too; who takes the effect takes it away.
    /// </summary>
    public const string HastenedAt = "hastenedAt";
}
