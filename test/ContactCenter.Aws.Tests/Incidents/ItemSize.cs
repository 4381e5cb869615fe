using System.Text;
using Amazon.DynamoDBv2.Model;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>The size by which DynamoDB counts: names and values, numbers by their digits (developer guide, item sizes).</summary>
internal static class ItemSize
{
    public static long Of(Dictionary<string, AttributeValue> item) =>
        item.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + Of(pair.Value));

    private static long Of(AttributeValue value) => value switch
    {
        { S: { } text } => Encoding.UTF8.GetByteCount(text),
        { B: { } bytes } => bytes.Length,
        { N: { } number } => (number.Length / 2) + 1,
        _ => throw new ArgumentException("the store writes texts, bytes and numbers only", nameof(value)),
    };
}
