using Amazon.DynamoDBv2.Model;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// Tells our own conditional write from somebody else's. When the answer to it is lost, the SDK sends it again, and the repetition finds
/// its condition broken by what the first one wrote: who takes that for somebody else's would leave undone what is theirs to do. So each
/// such write leaves a token of its own. (A transaction needs none: DynamoDB knows its repetition by the request's token.)
/// </summary>
internal static class OwnWrite
{
    /// <summary>A token for one write and its repetitions.</summary>
    public static AttributeValue NewToken() => new(Guid.NewGuid().ToString("N"));

    /// <summary>Whether what broke the condition is the write with this token; the request asks for the item in that case.</summary>
    public static bool Is(ConditionalCheckFailedException refused, AttributeValue token) =>
        refused.Item?.GetValueOrDefault(TableSchema.Writer)?.S == token.S;
}
