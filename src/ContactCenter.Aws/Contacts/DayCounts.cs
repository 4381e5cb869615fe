using System.Globalization;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Aws.Contacts;

/// <summary>Items of a day, to which every process adds what it counted in some minutes.</summary>
internal static class DayCounts
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>A day as a key sorts.</summary>
    public static string Name(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The day of a key; null where it is none.</summary>
    public static DateOnly? Day(string name) =>
        DateOnly.TryParseExact(name, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Adds to the counts of a day.</summary>
    /// <param name="table">The table.</param>
    /// <param name="partition">The partition of the item.</param>
    /// <param name="day">Its day.</param>
    /// <param name="counts">What is added, by the name of the attribute; at least one.</param>
    /// <param name="kept">How long the item stays after the day began.</param>
    public static UpdateItemRequest Addition(
        string table, string partition, DateOnly day, IReadOnlyList<(string Name, long Count)> counts, TimeSpan kept)
    {
        var names = new Dictionary<string, string> { ["#end"] = TableLayout.ExpiresAt };
        var values = new Dictionary<string, AttributeValue>
        {
            [":end"] = AttributeNumber.Seconds(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) + kept),
        };
        foreach (var (index, (name, count)) in counts.Index())
        {
            names[$"#n{index}"] = name;
            values[$":v{index}"] = AttributeNumber.Number(count);
        }

        return new UpdateItemRequest
        {
            TableName = table,
            Key = new ItemKey(partition, Name(day)).ToAttributes(),
            UpdateExpression = $"ADD {string.Join(", ", counts.Select(static (_, index) => $"#n{index} :v{index}"))} SET #end = :end",
            ExpressionAttributeNames = names,
            ExpressionAttributeValues = values,
        };
    }

    /// <summary>What was counted; what cannot be read counts for nothing: it is one of many days.</summary>
    public static long Count(AttributeValue? value) =>
        long.TryParse(value?.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
