using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Names in the one table, besides those that it is deployed with (<see cref="TableLayout"/>). A partition is what is known under one
/// correlation key; beside these there are notes and recent changes. docs/design/incident-store.md tells why it is laid out so.
/// </summary>
public static class TableSchema
{
    /// <summary>On effects: effects of the same value must not overtake each other.</summary>
    public const string Lane = "lane";

    internal const string TimelineKind = "timeline";
    internal const string EffectPackKind = "effectPack";
    internal const string NoteKind = "note";
    internal const string ChangeKind = "change";
    internal const string UnreadableKind = "unreadable";
    internal const string SettingsKind = "settings";
    internal const string SettingActKind = "settingAct";
    internal const string HistoryKind = "history";
    internal const string AlarmDayKind = "alarmDay";
    internal const string NumbersKind = "numbers";
    internal const string ExerciseKind = "exercise";
    internal const string ReviewKind = "review";

    internal const string Version = "version";
    internal const string Body = "body";
    internal const string Attempts = "attempts";

    /// <summary>
    /// On a correlation: where in its body the states are that this version knows and the one before did not, as <c>alarm.state</c> with
    /// spaces between them. A few bytes, so that the decision costs what it cost.
    /// </summary>
    internal const string News = "news";

    /// <summary>On a record of the history: how many effects had come to an end, which with the version only grows.</summary>
    internal const string Receipts = "receipts";

    /// <summary>On the settings of a kind: by what repetitions of requests are recognised.</summary>
    internal const string Marks = "marks";

    /// <summary>On an effect that was given up: why.</summary>
    internal const string Failure = "failure";

    /// <summary>On an effect that rests because its channel is at it: only then may its next attempt be hastened.</summary>
    internal const string Underway = "underway";

    /// <summary>Token of the conditional write that left the item so, see <see cref="OwnWrite"/>.</summary>
    internal const string Writer = "writer";

    /// <summary>Value of <see cref="TableLayout.DueIn"/> for active incidents.</summary>
    internal const string DueIncidents = "incidents";

    /// <summary>Value of <see cref="TableLayout.DueIn"/> for effects that are not done.</summary>
    internal const string DueEffects = "effects";
}
