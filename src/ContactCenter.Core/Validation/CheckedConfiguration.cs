using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Readers;

namespace ContactCenter.Core.Validation;

/// <summary>
/// Reads a configuration that was checked before, by written code: <see cref="ConfigurationJson"/> would find out about a hundred types
/// first, which takes a function that begins a quarter of its time. Both read the same.
/// </summary>
[Reads(typeof(ContactCenterConfiguration))]
internal static partial class CheckedConfiguration
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Reads a file.</summary>
    /// <exception cref="JsonException">It is not what was checked.</exception>
    public static ContactCenterConfiguration Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            Next(ref reader);
            var read = Read(ref reader) ?? throw new JsonException("the configuration is empty");
            return reader.Read() ? throw new JsonException("there is more than a configuration") : read;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException)
        {
            throw new JsonException(wrong.Message, wrong);
        }
    }

    private static TimeSpan Duration(ref Utf8JsonReader reader) =>
        DurationConverter.TryParse(reader.GetString() ?? "", out var duration) ? duration : throw Unlike(ref reader, "a duration");

    private static TimeOnly TimeOfDay(ref Utf8JsonReader reader) =>
        TimeOnly.TryParseExact(reader.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw Unlike(ref reader, "a time of day");

    private static DateOnly Day(ref Utf8JsonReader reader) =>
        DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Unlike(ref reader, "a day");

    private static DateTimeOffset Moment(ref Utf8JsonReader reader) => reader.GetDateTimeOffset();

    private static JsonObject? Any(ref Utf8JsonReader reader) => JsonNode.Parse(ref reader)?.AsObject();

    private static JsonException Unlike(ref Utf8JsonReader reader, string expected) =>
        new($"{expected} expected at byte {reader.TokenStartIndex}");
}
