using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Infra.Tests.Stacks;

/// <summary>The filter that counts errors of all flows, on entries of flow logs from accounts (<c>test/Recorded</c>).</summary>
public sealed partial class FlowErrorFilterTests
{
    private static readonly string[] Parts =
    [
        .. Part().Matches((string)Synthesis.Stack("monitoring").Resources("AWS::Logs::MetricFilter")
                .Single(filter => filter.Properties["MetricTransformations"]![0]!["MetricName"]!.ToString() == "FlowLogErrors")
                .Properties["FilterPattern"]!)
            .Select(match => match.Groups[1].Value),
    ];

    [Theory]
    [InlineData("16-flowlog-set-attributes", false)]
    [InlineData("17-flowlog-lambda-success", false)]
    [InlineData("18-flowlog-lambda-error", true)]
    [InlineData("19-flowlog-lex-block", false)]
    public void A_recorded_entry_counts_where_its_block_failed(string name, bool counts)
    {
        var json = JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "events", $"{name}.json")))!;

        Assert.All(json as JsonArray ?? [json.DeepClone()], entry => Assert.Equal(counts, Counts((string?)entry!["Results"])));
    }

    [Theory]
    [InlineData("Instance has reached concurrent Lambda thread access limit", true)]
    [InlineData("execution limit reached", true)]
    [InlineData("Timeout", false)]
    [InlineData("Creditlimit", false)]
    public void Exhausted_limits_count_and_a_silent_caller_or_an_intent_does_not(string results, bool counts) =>
        Assert.Equal(counts, Counts(results));

    private static bool Counts(string? results) =>
        results is not null && Parts.Any(part => results.Contains(part, StringComparison.Ordinal));

    [GeneratedRegex("\"\\*([^\"*]+)\\*\"")]
    private static partial Regex Part();
}
