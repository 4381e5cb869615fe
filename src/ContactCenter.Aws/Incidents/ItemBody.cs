using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.DynamoDBv2.Model;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Aws.Incidents;

/// <summary>
/// The JSON in an item: as text while it is small, compressed beyond. DynamoDB counts writes by the kilobyte, twice in a transaction,
/// so a smaller item is a cheaper and a faster one.
/// </summary>
internal static class ItemBody
{
    /// <summary>
    /// Up to here text stays text, which people can read in the console: below one write unit there is nothing to save.
    /// </summary>
    public const int MaximumText = 768;

    // halves the write units of a small incident and leaves a tenth of a storm's: bench/ContactCenter.Functions.Benchmarks, item-body
    private const int Quality = 4;
    private const int Window = 22;

    public static AttributeValue Write<T>(T value, JsonTypeInfo<T> type) => WriteJson(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>The same of JSON that is written already.</summary>
    public static AttributeValue WriteJson(byte[] json)
    {
        if (json.Length <= MaximumText)
        {
            return new AttributeValue(Encoding.UTF8.GetString(json));
        }

        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(json.Length));
        try
        {
            return BrotliEncoder.TryCompress(json, buffer, out var length, Quality, Window)
                ? new AttributeValue { B = new MemoryStream(buffer[..length], writable: false) }
                : throw new InvalidOperationException($"{json.Length} bytes of JSON could not be compressed");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public static T Read<T>(AttributeValue body, JsonTypeInfo<T> type)
    {
        T? value;
        if (body.B is null)
        {
            value = JsonSerializer.Deserialize(body.S, type);
        }
        else
        {
            body.B.Position = 0;
            using var stream = new BrotliStream(body.B, CompressionMode.Decompress, leaveOpen: true);
            value = JsonSerializer.Deserialize(stream, type);
        }

        return value ?? throw new JsonException("the body of an item is null");
    }

    /// <summary>The JSON in an item.</summary>
    /// <exception cref="UnreadableItemException">The item has none, or one that is not of this type.</exception>
    public static T Read<T>(Dictionary<string, AttributeValue> item, JsonTypeInfo<T> type)
    {
        try
        {
            return Read(item[TableSchema.Body], type);
        }
        catch (Exception cause) when (cause is not OutOfMemoryException)
        {
            // whatever is wrong with it: what is written in another way than ours can fail in more ways than are worth telling apart
            throw new UnreadableItemException(ItemKey.Of(item).ToString(), cause)
            {
                Lane = item.GetValueOrDefault(TableSchema.Lane)?.S,
            };
        }
    }

    /// <summary>The text of a compressed body; null when it is none of ours.</summary>
    public static string? TryReadJson(MemoryStream body)
    {
        try
        {
            body.Position = 0;
            using var stream = new BrotliStream(body, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        catch (Exception damaged) when (damaged is InvalidOperationException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Bytes that the body takes in an item.</summary>
    public static int Size(AttributeValue body) => (int?)body.B?.Length ?? Encoding.UTF8.GetByteCount(body.S);
}
