using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ContactCenter.Functions;

/// <summary>Answers of functions that take their event as bytes.</summary>
internal static class Reply
{
    public static Stream Json<T>(T answer, JsonTypeInfo<T> type) =>
        new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(answer, type), writable: false);

    /// <summary>The event as it arrived.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream input)
    {
        using var copy = new MemoryStream();
        await input.CopyToAsync(copy);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }
}
