using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2.Model;

namespace ContactCenter.Aws.Incidents;

/// <summary>Puts many small records into as few items as hold them.</summary>
internal static class Packing
{
    /// <summary>Most records in one item, so that unpacking it fits into one transaction of 100 actions.</summary>
    public const int MaximumRecords = 90;

    public static IEnumerable<(T First, AttributeValue Body)> Pack<T>(ImmutableArray<T> records, JsonTypeInfo<ImmutableArray<T>> type)
    {
        if (records.IsEmpty)
        {
            yield break;
        }

        var body = records.Length <= MaximumRecords ? ItemBody.Write(records, type) : null;
        if (body is not null && (records.Length == 1 || ItemBody.Size(body) <= CorrelationItem.MaximumBody))
        {
            yield return (records[0], body);
            yield break;
        }

        var half = records.Length / 2;
        foreach (var pack in Pack(records[..half], type).Concat(Pack(records[half..], type)))
        {
            yield return pack;
        }
    }
}
