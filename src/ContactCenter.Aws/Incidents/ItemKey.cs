using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Incidents;

/// <summary>Where an item stands in the table. Ids of incidents and effects hold all that is needed to find theirs.</summary>
internal readonly record struct ItemKey(string Partition, string Sort)
{
    public static ItemKey Correlation(string code) => new(code, "correlation");

    public static ItemKey Incident(string code, int number) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"incident#{number:D6}"));

    /// <summary>What the sort keys of all timelines of a key begin with.</summary>
    public const string Timelines = "timeline#";

    /// <summary>What the sort keys of an incident's timeline begin with.</summary>
    public static string TimelinePrefix(int number) => string.Create(CultureInfo.InvariantCulture, $"{Timelines}{number:D6}#");

    public static ItemKey Timeline(string code, int number, int firstEvent) =>
        new(code, TimelinePrefix(number) + firstEvent.ToString("D8", CultureInfo.InvariantCulture));

    public static ItemKey EffectPack(string firstEffectId) =>
        TryParseEffect(firstEffectId, out var effect) ? effect with { Sort = $"effectPack#{effect.Sort}" } : throw NotAnId(firstEffectId);

    public static ItemKey Effect(string id) => TryParseEffect(id, out var key) ? key : throw NotAnId(id);

    public static ItemKey Note(string name) => new($"{TableLayout.NotePrefix}{name}", "note");

    public static ItemKey Change(long at, string id) => new("changes", string.Create(CultureInfo.InvariantCulture, $"{at:D15}#{id}"));

    /// <summary>The settings of a kind.</summary>
    public static ItemKey Settings(string kind) => new(TableLayout.SettingsPartition, kind);

    /// <summary>An act about settings; ids of acts are in order of time.</summary>
    public static ItemKey SettingAct(string id) => new("settingActs", id);

    /// <summary>Partition of exercises.</summary>
    public const string Exercises = "exercises";

    /// <summary>The newest exercise, which may be under way; no id is called so.</summary>
    public static ItemKey NewestExercise => new(Exercises, "newest");

    /// <summary>An exercise that is over; ids are in order of time.</summary>
    public static ItemKey EndedExercise(string id) => new(Exercises, $"{EndedExercises}{id}");

    /// <summary>What the sort keys of exercises that are over begin with.</summary>
    public const string EndedExercises = "ended#";

    /// <summary>Partition of the newest version of each review.</summary>
    public const string Reviews = TableLayout.ReviewsPartition;

    /// <summary>A version of what people have written of an incident.</summary>
    public static ItemKey Review(string incidentId, int version) => new(
        $"review#{Name(incidentId)}", version.ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>The newest version of a review, by when its incident was heard of.</summary>
    public static ItemKey NewestReview(long detectedAt, string incidentId) => new(
        Reviews, string.Create(CultureInfo.InvariantCulture, $"{detectedAt:D15}#{Name(incidentId)}"));

    /// <summary>What the sort keys of an incident's effects begin with.</summary>
    public static string EffectPrefix(int number) => string.Create(CultureInfo.InvariantCulture, $"effect#{number:D6}#");

    /// <summary>A record of the history, in the month in which it was heard of.</summary>
    public static ItemKey HistoryOfMonth(DateOnly month, string sort) =>
        new(string.Create(CultureInfo.InvariantCulture, $"history#{month:yyyy-MM}"), sort);

    /// <summary>The same record, among those of its resource.</summary>
    public static ItemKey HistoryOfResource(string resource, string sort) =>
        new($"historyOf#{Name(resource)}", sort);

    /// <summary>What an alarm did on a day.</summary>
    public static ItemKey AlarmDay(DateOnly day, string alarm) => new(
        string.Create(CultureInfo.InvariantCulture, $"alarms#{day:yyyy-MM-dd}"),
        Name(alarm));

    /// <summary>How a day is written in a key.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    /// <summary>The numbers of a queue or a routing profile on a day; hooks and functions that may read them have this prefix.</summary>
    public static ItemKey Numbers(string of, string name, DateOnly day) => new(
        $"{TableLayout.NumbersPrefix}{of}#{Name(name)}",
        day.ToString(DayFormat, CultureInfo.InvariantCulture));

    /// <summary>Reads the code and the number from the sort key of an incident or an effect; null when it is neither.</summary>
    public string? IncidentId() => Sort.Split('#') is ["incident" or "effect", var number, ..]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? string.Create(CultureInfo.InvariantCulture, $"{Partition}-{parsed}")
            : null;

    /// <summary>A sort key has at most 1,024 bytes (DynamoDB developer guide, quotas); a character has up to four.</summary>
    private const int MaximumName = 255;

    /// <summary>A name within a key: one that no key could hold is known by its fingerprint.</summary>
    public static string Name(string name) => name.Length <= MaximumName ? name : Fingerprint.Of(name);

    /// <summary>Reads <c>code-number</c>.</summary>
    public static bool TryParseIncident(string id, out string code, out int number)
    {
        var dash = id.IndexOf('-', StringComparison.Ordinal);
        code = dash > 0 ? id[..dash] : "";
        number = 0;

        // no code is as long as a partition key may be: longer ones are no ids, and DynamoDB would refuse to look for them
        return dash is > 0 and <= MaximumName
            && int.TryParse(id.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number > 0;
    }

    /// <summary>Reads <c>code-number.effect</c>.</summary>
    public static bool TryParseEffect(string id, out ItemKey key)
    {
        var dot = id.LastIndexOf('.');
        key = default;
        if (dot < 0
            || !TryParseIncident(id[..dot], out var code, out var number)
            || !int.TryParse(id.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var effect))
        {
            return false;
        }

        key = new ItemKey(code, string.Create(CultureInfo.InvariantCulture, $"effect#{number:D6}#{effect:D8}"));
        return true;
    }

    public static ItemKey Of(Dictionary<string, AttributeValue> item) =>
        new(item[TableLayout.PartitionKey].S, item[TableLayout.SortKey].S);

    public Dictionary<string, AttributeValue> ToAttributes() => new(StringComparer.Ordinal)
    {
        [TableLayout.PartitionKey] = new AttributeValue(Partition),
        [TableLayout.SortKey] = new AttributeValue(Sort),
    };

    /// <summary>The item a correlation that cannot be read is kept as, once for each version.</summary>
    public static ItemKey Unreadable(string code, long version) =>
        new(code, string.Create(CultureInfo.InvariantCulture, $"unreadable#{version:D10}"));

    /// <summary>As people find it in the table.</summary>
    public override string ToString() => $"{Partition}/{Sort}";

    private static ArgumentException NotAnId(string id) =>
        new($"'{id}' is not the id of an effect, which is like 7Q2M9KXA-3.1", nameof(id));
}
