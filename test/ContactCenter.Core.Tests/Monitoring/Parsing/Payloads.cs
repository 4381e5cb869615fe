using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Monitoring.Parsing;

/// <summary>Generators of payloads for property tests: valid ones, broken ones, and noise.</summary>
internal static class Payloads
{
    private static readonly string[] Oddities =
    [
        "null", "true", "-1", "1e999", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "{}", "[[[[]]]]", "{\"\":{}}", "\"{\"", "\"[]\"",
        "\"9999-12-31T23:59:59+0000\"",
        "\"ALARM\"", "123456789012345678901234567890", "{\"Records\":[{}]}", "{\"name\":1,\"value\":2}",
        "\"{\\\"alarm\\\":\\\"queue-size\\\"}\"",
    ];

    public static Gen<AlarmPayload> Valid { get; } =
        from kind in Gen.Choose(0, 4)
        from state in Gen.Elements("OK", "ALARM", "INSUFFICIENT_DATA")
        from previous in Gen.Elements("OK", "ALARM", "INSUFFICIENT_DATA")
        from name in Gen.Elements("billing-wait", "cc-prod/queue-size/Billing", "Ümläut 😀 alarm", "a:b/c", new string('n', 255))
        from metric in Gen.Elements(
            ("AWS/Connect", "LongestQueueWaitTime"),
            ("AWS/DynamoDB", "ReadThrottleEvents"),
            ("AWS/Lambda", "Errors"),
            ("Custom", "Things waiting"))
        from dimension in Gen.Elements(
            ("QueueName", "Billing"), ("TableName", "customers"), ("FunctionName", "classify-contact"), ("Instance ID", "x"))
        from statistic in Gen.Elements("Sum", "Average", "Maximum", "Minimum", "p99", "p99.9")
        from period in Gen.Elements(10, 60, 300, 3600)
        from comparison in Gen.Elements(
            "GreaterThanThreshold", "GreaterThanOrEqualToThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold")
        from threshold in Gen.Choose(-1000, 1000)
        from values in Gen.Choose(-5000, 5000).NonEmptyListOf()
        from seconds in Gen.Choose(0, 40_000_000)
        from description in Gen.Elements(null, "words", "{\"alarm\":\"queue-wait-time\"}", "{\"severity\":\"P1\"}")
        select new AlarmPayload
        {
            Name = name,
            State = state,
            PreviousState = previous,
            Description = description,
            Namespace = metric.Item1,
            Metric = metric.Item2,
            Dimensions = [dimension],
            Statistic = statistic,
            Period = period,
            Comparison = kind == 2 ? "GreaterThanUpperThreshold" : comparison,
            Threshold = threshold / 8.0,
            Values = [.. values.Select(value => value / 8.0)],
            At = AlarmPayload.Noon.AddSeconds(seconds),
            Expression = kind == 1 ? "m1 / PERIOD(m1)" : null,
            Band = kind == 2 ? 2 : null,
            Rule = kind == 3 ? "ALARM(a) OR ALARM(b)" : null,
            Children = kind == 3 ? ["arn:aws:cloudwatch:eu-central-1:123456789012:alarm:a"] : [],
            ContributorId = kind == 4 ? "00ff" : null,
            ContributorAttributes = kind == 4 ? [dimension] : [],
        };

    public static Gen<PayloadShape> Shape { get; } = Gen.Elements(Enum.GetValues<PayloadShape>());

    /// <summary>Valid payloads with some bytes changed, taken out, doubled or put in.</summary>
    public static Gen<byte[]> Scratched { get; } =
        from payload in Valid
        from shape in Shape
        from seed in Gen.Choose(0, int.MaxValue)
        select Scratch(payload.Bytes(shape), new Random(seed));

    /// <summary>Valid payloads in which some value is replaced by an odd one, so that the JSON stays valid.</summary>
    public static Gen<byte[]> Twisted { get; } =
        from payload in Valid
        from shape in Shape
        from seed in Gen.Choose(0, int.MaxValue)
        select Encoding.UTF8.GetBytes(Twist(payload.As(shape), new Random(seed)));

    public static Gen<byte[]> Noise { get; } = Gen.Choose(0, 255).Select(value => (byte)value).ListOf().Select(bytes => bytes.ToArray());

    public static Gen<byte[]> JsonNoise { get; } =
        Gen.Elements(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\"Records\"",
            "\"Sns\"",
            "\"Message\"",
            "\"AlarmName\"",
            "\"alarmData\"",
            "\"detail-type\"",
            "1",
            "null",
            "\\",
            "\\ud800",
            " ",
            "\n")
            .ListOf().Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));

    private static byte[] Scratch(byte[] bytes, Random random)
    {
        var scratched = new List<byte>(bytes);
        for (var i = random.Next(1, 6); i > 0 && scratched.Count > 0; i--)
        {
            var position = random.Next(scratched.Count);
            var length = random.Next(1, Math.Min(40, scratched.Count - position + 1));
            switch (random.Next(4))
            {
                case 0:
                    scratched[position] = (byte)random.Next(256);
                    break;
                case 1:
                    scratched.RemoveRange(position, length);
                    break;
                case 2:
                    scratched.InsertRange(position, scratched.GetRange(position, length));
                    break;
                default:
                    scratched.Insert(position, (byte)"{}[]\",:\\"[random.Next(8)]);
                    break;
            }
        }

        return [.. scratched];
    }

    /// <summary>Values are replaced by markers first, because some oddities cannot be held by a node.</summary>
    private static string Twist(JsonNode node, Random random)
    {
        var places = Leaves(node).ToArray();
        var text = node;
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var (parent, key) = places[random.Next(places.Length)];
            if (key is string name)
            {
                parent.AsObject()[name] = "@odd@";
            }
            else
            {
                parent.AsArray()[(int)key] = "@odd@";
            }
        }

        return text.ToJsonString().Replace("\"@odd@\"", Oddities[random.Next(Oddities.Length)], StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Leaves(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(member => Leaves(member.Value).Prepend((item, member.Key))),
        JsonArray list => list.SelectMany((element, i) => Leaves(element).Prepend((list, i))),
        _ => [],
    };
}
