using System.Text;

namespace ContactCenter.Fuzz;

/// <summary>
/// Makes inputs: half of them are changed from a valid one, the others are made up from the pieces of which such things consist.
/// </summary>
internal static class FuzzInput
{
    /// <summary>Longer inputs take longer and find no more.</summary>
    private const int MaximumLength = 256 * 1024;

    /// <summary>Values that readers have stumbled over, as JSON.</summary>
    private static readonly byte[][] Hostile =
    [
        .. ((string[])
        [
            "null", "true", "[]", "{}", "[null]", "{\"\":null}", "\"\"", "-1", "0", "1e999", "-1e999", "1e-999", "99999999999999999999",
            "2147483648", "9223372036854775808", "0.1", "\"\\ud800\"", "\"\\udc00x\"", "{\"\\ud800\":1}", "\"\\u0000\"", "\"NaN\"",
            "\"2199-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"2026-02-30T00:00:00Z\"",
            "\"arn:aws:\"", "\"arn:aws:connect:::instance/\"", "\"://\"", "\"..\"", "\"#\"", "\"-\"", "\"=\"", "\"%\"", "\"%zz\"",
            "\"\u202e\u0301\ud83d\ude00\"", "\"{0}\"", "\"<script>\"",
        ]).Select(Encoding.UTF8.GetBytes),
        Encoding.UTF8.GetBytes($"\"{new string('x', 70_000)}\""),
        Encoding.UTF8.GetBytes(new string('[', 200)),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100)),
        [0xFF, 0xFE], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF],
    ];

    /// <summary>The input of a number.</summary>
    public static byte[] Make(FuzzEntry entry, FuzzRandom random)
    {
        var input = random.OneIn(2) ? Change(entry, random) : MakeUp(entry, random);
        return entry.Seal(input.Length > MaximumLength && input.Length > entry.LongestSample ? input[..MaximumLength] : input);
    }

    private static byte[] Change(FuzzEntry entry, FuzzRandom random)
    {
        var input = random.Of(entry.Samples);
        for (var changes = 1 + random.Below(4); changes > 0; changes--)
        {
            input = ChangeOnce(entry, input, random);
        }

        return input;
    }

    private static byte[] ChangeOnce(FuzzEntry entry, byte[] input, FuzzRandom random)
    {
        if (input.Length == 0)
        {
            return random.Of(Hostile);
        }

        var at = random.Below(input.Length);
        var length = 1 + random.Below(Math.Min(64, input.Length - at));
        switch (random.Below(9))
        {
            case 0:
                var flipped = input.ToArray();
                flipped[at] ^= (byte)(1 << random.Below(8));
                return flipped;
            case 1:
                var written = input.ToArray();
                written[at] = random.Byte();
                return written;
            case 2:
                return Splice(input, at, length, []);
            case 3:
                return Splice(input, at, 0, input.AsSpan(at, length));
            case 4:
                return input[..at];
            case 5:
                var other = random.Of(entry.Samples);
                return other.Length == 0 ? input : [.. input.AsSpan(0, at), .. other.AsSpan(random.Below(other.Length))];
            case 6:
                return Splice(input, at, 0, random.Of(Hostile));
            default:
                var (start, end) = ValueAt(input, at);
                return Splice(input, start, end - start, random.Of(Hostile));
        }
    }

    /// <summary>The JSON value, or the name, that begins at or after a place: what stands between two of its signs.</summary>
    private static (int Start, int End) ValueAt(byte[] input, int at)
    {
        ReadOnlySpan<byte> signs = "{}[],:"u8;
        var start = at + Math.Max(0, input.AsSpan(at).IndexOfAny(signs)) + 1;
        if (start >= input.Length)
        {
            return (at, input.Length);
        }

        var rest = input.AsSpan(start).IndexOfAny(signs);
        return (start, rest < 0 ? input.Length : start + rest);
    }

    private static byte[] Splice(byte[] input, int at, int length, ReadOnlySpan<byte> with) =>
        [.. input.AsSpan(0, at), .. with, .. input.AsSpan(at + length)];

    private static byte[] MakeUp(FuzzEntry entry, FuzzRandom random)
    {
        switch (random.Below(4))
        {
            case 0:
                var noise = new byte[random.Below(200)];
                for (var i = 0; i < noise.Length; i++)
                {
                    noise[i] = random.Byte();
                }

                return noise;
            case 1:
                var pieces = new List<byte>();
                for (var count = random.Below(12); count > 0; count--)
                {
                    pieces.AddRange(random.Of(Hostile));
                }

                return [.. pieces];
            default:
                var json = new List<byte>();
                WriteValue(entry, json, random, depth: 0);
                return [.. json];
        }
    }

    /// <summary>JSON with the names that the entry knows, and values of any type in their places.</summary>
    private static void WriteValue(FuzzEntry entry, List<byte> json, FuzzRandom random, int depth)
    {
        switch (depth < 6 ? random.Below(6) : 5)
        {
            case 0 or 1 or 2:
                json.Add((byte)'{');
                for (var members = random.Below(8); members > 0; members--)
                {
                    json.AddRange(random.Of(entry.Names));
                    json.Add((byte)':');
                    WriteValue(entry, json, random, depth + 1);
                    json.AddRange(members > 1 ? ","u8 : ""u8);
                }

                json.Add((byte)'}');
                break;
            case 3:
                json.Add((byte)'[');
                for (var elements = random.Below(5); elements > 0; elements--)
                {
                    WriteValue(entry, json, random, depth + 1);
                    json.AddRange(elements > 1 ? ","u8 : ""u8);
                }

                json.Add((byte)']');
                break;
            default:
                json.AddRange(random.OneIn(2) ? random.Of(Hostile) : random.Of(entry.Values));
                break;
        }
    }
}
