using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.StandIns.Tests.Models;

/// <summary>
/// Values that a service model allows, one different from the other, so that no two members can be mixed up unseen. A tree of them has
/// objects, arrays and text only: numbers are digits, times ISO 8601, bytes base64.
/// </summary>
/// <param name="variant">Which member of a union is set; unions have one.</param>
internal sealed class PlausibleValues(int variant)
{
    private static readonly DateTime Start = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Tried in turn until one matches; # is a number of its own, % and @ the same with 12 and 64 digits.</summary>
    private static readonly string[] Forms =
    [
        "#", "a#", "value-#", "Value # of many", "00000000-0000-4000-8000-%", "eu-central-1", "$LATEST", "Sum", "+4930#", "tag#=", "a", "pool_#",
        "arn:aws:lambda:eu-central-1:123456789012:function:f#",
        "arn:aws:lambda:eu-central-1:123456789012:layer:l:#",
        "arn:aws:lambda:eu-central-1:123456789012:capacity-provider:c#",
        "arn:aws:lambda:eu-central-1:123456789012:event-source-mapping:00000000-0000-4000-8000-%",
        "arn:aws:lambda:eu-central-1::runtime:r#",
        "arn:aws:connect:eu-central-1:123456789012:instance/00000000-0000-4000-8000-%",
        "arn:aws:connect:eu-central-1:123456789012:traffic-distribution-group/00000000-0000-4000-8000-%",
        "arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/fsap-00000%",
        "arn:aws:iam::123456789012:role/r#", "arn:aws:kms:eu-central-1:123456789012:key/k#", "arn:aws:s3:::bucket-#",
        "arn:aws:logs:eu-central-1:123456789012:log-group:g#", "arn:aws:lambda:eu-central-1:123456789012:function:f:1/durable-execution/a#/b#",
        "host#.example:9092", "/mnt/m#", "ValidationException", "@",
    ];

    private readonly HashSet<string> _around = [];
    private int _number = 100;

    /// <summary>The most members that a union has, of those that were met.</summary>
    public int Variants { get; private set; } = 1;

    /// <returns>Null inside itself: a structure that may hold its own kind ends somewhere.</returns>
    public JsonNode? Of(ModelShape shape) => shape.Type switch
    {
        "structure" => Structure(shape),
        "list" => Of(shape.Item) is { } item ? List(shape, item) : null,
        "map" => Of(shape.Value) is { } value ? new JsonObject { [Text(shape.Key)] = value } : null,
        "string" => shape.Enum is { Count: > 0 } values ? values[_number++ % values.Count] : Text(shape),
        "boolean" => _number++ % 2 == 0 ? "true" : "false",
        "integer" => Number(shape, 0),
        "long" => Number(shape, 4_294_967_296),
        "float" or "double" => Number(shape, -1) + ".5",
        "timestamp" => Start.AddSeconds(_number++).ToString("O"),
        "blob" => Convert.ToBase64String(BitConverter.GetBytes(_number++)),
        _ => throw new NotSupportedException(shape.Type),
    };

    private JsonArray List(ModelShape shape, JsonNode item)
    {
        var list = new JsonArray(item);
        for (int i = 1; i < (shape.Minimum ?? 1); i++)
        {
            list.Add(Of(shape.Item));
        }

        return list;
    }

    private JsonObject? Structure(ModelShape shape)
    {
        if (!_around.Add(shape.Name))
        {
            return null;
        }

        var members = shape.Members.ToList();
        if (shape.IsUnion)
        {
            Variants = Math.Max(Variants, members.Count);
            members = [members[variant % members.Count]];
        }

        var result = new JsonObject();
        foreach (ModelMember member in members)
        {
            if (Of(member.Shape) is { } value)
            {
                result[member.Name] = value;
            }
        }

        _ = _around.Remove(shape.Name);
        return result;
    }

    private string Number(ModelShape shape, long start)
    {
        long number = Math.Clamp(start + _number++, shape.Minimum ?? long.MinValue, shape.Maximum ?? long.MaxValue);
        return number.ToString(CultureInfo.InvariantCulture);
    }

    private string Text(ModelShape shape)
    {
        int number = _number++;
        foreach (string form in Forms.Where(_ => shape.Pattern is not null).DefaultIfEmpty($"{shape.Name}-#"))
        {
            string text = form
                .Replace("#", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("%", number.ToString("x12", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("@", number.ToString("x64", CultureInfo.InvariantCulture), StringComparison.Ordinal);
            text = shape.Maximum is { } maximum && text.Length > maximum ? text[^(int)maximum..] : text;
            text = text.Length < shape.Minimum ? text.PadRight((int)shape.Minimum, '0') : text;
            if (shape.Pattern?.IsMatch(text) != false)
            {
                return text;
            }
        }

        throw new InvalidOperationException($"No form of {nameof(PlausibleValues)} matches {shape.Name}: {shape.Pattern}; add one.");
    }
}
