using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>Whatever stands in the file: a problem, never an exception, and soon.</summary>
public sealed class HostileConfigurationTests
{
    private static readonly string[] Oddities =
    [
        "null", "true", "-1", "0", "1e999", "1.5", "\"\"", "\"\\u0000\"", "\"x\\n\"", "[]", "{}", "[null]", "{\"\":null}", "\"P1\"",
        "99999999999999999999", "[[]]",
        "\"0001-01-01T00:00:00+14:00\"", "\"9999d\"", "\"9999-12-31\"", "{\"P1\":null}", "\"😀\"",
    ];

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_welcome()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "/* first */ "u8, .. SampleConfiguration.Bytes(), .. "// last"u8];

        Assert.Empty(ConfigurationReader.Read(bytes).Problems);
    }

    [Theory]
    [InlineData("{\n  \"environment\": prod\n}", "line 2, byte 18")]
    [InlineData("{\"environment\":\"prod\"", "line 1, byte 22")]
    [InlineData("{} {}", "line 1, byte 4")]
    public void What_is_not_JSON_is_told_with_its_place(string text, string place) =>
        Assert.StartsWith($"what is not JSON at {place}", Only(text).Found, StringComparison.Ordinal);

    [Fact]
    public void A_place_is_told_once_and_counted_from_1() =>
        Assert.DoesNotContain("LineNumber", Only("{\n  \"environment\": prod\n}").Found, StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    public void What_is_no_object_is_told(string text) => Assert.Equal("$", Only(text).Path);

    [Theory]
    [InlineData("{\n\"environment\":\"prod\",\n\n\"environment\":\"test\"}", "line 4, $.environment: found \"environment\" again; ", 2)]
    [InlineData("""{"instance":{"alias":"a","alias":"b"}}""", "line 1, $.instance.alias: found \"alias\" again; ", 1)]
    [InlineData("{\"queues\":[{},\n{\"name\":1,\n\"na\\u006de\":2}]}", "line 3, $.queues[1].name: found \"name\" again; ", 2)]
    public void A_setting_that_stands_twice_is_told_at_its_own_line(string text, string told, int first) =>
        Assert.Equal($"{told}expected each setting once; the first is on line {first}", Only(text).ToString());

    [Fact]
    public void Everything_that_stands_twice_is_told_at_once() =>
        Assert.Equal([1, 1], ConfigurationReader.Read("""{"a":1,"a":2,"b":{"c":1,"c":2}}"""u8).Problems.Select(static twice => twice.Line));

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    public void Another_encoding_is_told_by_its_name(string encoding, string name)
    {
        var bytes = Encoding.GetEncoding(encoding);

        Assert.All<byte[]>(
            [bytes.GetBytes("{}"), [.. bytes.Preamble, .. bytes.GetBytes("{}")]],
            file => Assert.Equal($"a file in {name}", Assert.Single(ConfigurationReader.Read(file).Problems).Found));
    }

    [Fact]
    public void Names_that_multiply_below_each_other_cost_no_memory()
    {
        var key = new string('k', 200_000);
        var text = $$$"""{"{{{key}}}":{"a":[{{{string.Concat(Enumerable.Repeat("{},", 200_000))}}}]}}""";

        Assert.Equal(1, Only(text).Line);
    }

    [Theory]
    [InlineData("""{"environment":"\ud83d"}""")]
    [InlineData("""{"\ud83d":1}""")]
    public void Half_a_surrogate_pair_is_told(string text) =>
        Assert.Contains("not Unicode at byte", Only(text).Found, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_UTF8_are_told() =>
        Assert.NotEmpty(ConfigurationReader.Read([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}']).Problems);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Deep_nesting_is_told(char open) => Assert.Equal("$", Only(new string(open, 100_000)).Path);

    [Fact]
    public void A_file_that_is_too_large_is_told() =>
        Assert.Contains("1048577 bytes", Only(new string(' ', ConfigurationReader.MaximumBytes + 1)).Found, StringComparison.Ordinal);

    /// <summary>A reading that is quadratic somewhere takes far longer than all other tests together.</summary>
    [Theory]
    [InlineData("{},", 0)]
    [InlineData("1,", 0)]
    [InlineData("""{"name":"a"},""", 1)]
    [InlineData("""{"name":"a","x":1},""", 0)]
    public void A_large_list_of_mistakes_is_told_whole(string entry, int rightOnes)
    {
        const int Entries = 20_000;
        var entries = string.Concat(Enumerable.Repeat(entry, Entries));
        var text =
            $$"""{"environment":"prod","instance":{"arn":"arn:aws:connect:us-east-1:123456789012:instance/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","alias":"a"},"contactFlows":[{{entries}}]}""";

        var problems = ConfigurationReader.Read(Encoding.UTF8.GetBytes(text)).Problems;

        Assert.Equal(Entries - rightOnes, problems.Count(problem => problem.Path.StartsWith("$.contactFlows[", StringComparison.Ordinal)));
    }

    [Fact]
    public void Control_characters_of_names_do_not_reach_the_terminal()
    {
        var problems = SampleConfiguration.With(root =>
        {
            root["\u001b[2J"] = 1;
            root["alarms"]!["\u001b[31m"] = new JsonObject();
        }).Problems;

        Assert.Equal(2, problems.Count);
        Assert.All(problems, problem => Assert.DoesNotContain(problem.ToString(), char.IsControl));
    }

    [Fact]
    public void Random_bytes_never_throw() => Prop
        .ForAll(Monitoring.Parsing.Payloads.Noise.ToArbitrary(), bytes => ConfigurationReader.Read(bytes).Problems.Count > 0)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void The_sample_with_odd_values_never_throws() => Prop
        .ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var reading = ConfigurationReader.Read(Encoding.UTF8.GetBytes(Twist(new Random(seed))));
            Assert.Equal(reading.Problems.Count == 0, reading.Configuration is not null);
            Assert.All(
                reading.Problems,
                problem => Assert.True(problem.Path.StartsWith('$') && problem.Found.Length > 0 && problem.Expected.Length > 0));
        })
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static string Twist(Random random)
    {
        var node = JsonNode.Parse(
            SampleConfiguration.Bytes(),
            documentOptions: new() { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        var places = Places(node).ToArray();
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

        return node.ToJsonString().Replace("\"@odd@\"", Oddities[random.Next(Oddities.Length)], StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(member => Places(member.Value).Prepend((item, member.Key))),
        JsonArray list => list.SelectMany((element, i) => Places(element).Prepend((list, i))),
        _ => [],
    };

    private static ConfigurationProblem Only(string text)
    {
        var reading = ConfigurationReader.Read(Encoding.UTF8.GetBytes(text));
        Assert.Null(reading.Configuration);
        return text.StartsWith('{') && reading.Problems.Count > 1 ? reading.Problems[0] : Assert.Single(reading.Problems);
    }
}
