using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text;

namespace ContactCenter.Core.Configuration;

/// <summary>Writes a time span as people do: <c>90s</c>, <c>5m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
public sealed partial class DurationConverter : JsonConverter<TimeSpan>
{
    /// <summary>Days, hours, minutes, seconds, each at most once, in this order.</summary>
    public const string Pattern = "^(?=.)([0-9]{1,4}d)?([0-9]{1,4}h)?([0-9]{1,5}m)?([0-9]{1,6}s)?$";

    /// <summary>Reads a duration; false when the text is not one.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        var match = Durations().Match(text);

        // "$" also matches before a line break at the end
        var isWhole = match.Success && match.Length == text.Length;
        duration = isWhole
            ? new TimeSpan(Part(match, 1), Part(match, 2), Part(match, 3), Part(match, 4))
            : TimeSpan.Zero;
        return isWhole;
    }

    /// <summary>The shortest text for a duration, to the second.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.FromSeconds(1))
        {
            return "0s";
        }

        var text = new StringBuilder();
        Append(duration.Days, 'd');
        Append(duration.Hours, 'h');
        Append(duration.Minutes, 'm');
        Append(duration.Seconds, 's');
        return text.ToString();

        void Append(int amount, char unit)
        {
            if (amount > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{amount}{unit}");
            }
        }
    }

    /// <inheritdoc/>
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && TryParse(text, out var duration)
            ? duration
            : throw new JsonException("a duration is written like 30s, 5m, 1h30m or 2d");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    private static int Part(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan[..^1], CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Durations();
}

/// <summary>Writes a time of day as <c>08:00</c>; the built-in conversion insists on seconds.</summary>
internal sealed class TimeOfDayConverter : JsonConverter<TimeOnly>
{
    /// <summary>Hours and minutes.</summary>
    public const string Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOnly.TryParseExact(reader.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new JsonException("a time of day is written like 08:00");

    public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("HH:mm", CultureInfo.InvariantCulture));
}
