using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace ContactCenter.Aws;

/// <summary>Numbers as DynamoDB has them: text, in the one form that sorts and compares.</summary>
internal static class AttributeNumber
{
    /// <summary>A number as a value.</summary>
    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    /// <summary>A time in seconds since 1970, as items expire.</summary>
    public static AttributeValue Seconds(DateTimeOffset at) => Number(at.ToUnixTimeSeconds());

    /// <summary>A time in milliseconds since 1970.</summary>
    public static AttributeValue Milliseconds(DateTimeOffset at) => Number(at.ToUnixTimeMilliseconds());

    /// <summary>A number that is not negative, or null where there is none.</summary>
    public static long? Whole(Dictionary<string, AttributeValue> item, string name) =>
        long.TryParse(item.GetValueOrDefault(name)?.N, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
