using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;

namespace ContactCenter.Core.Tests.Validation;

/// <summary>What breaking a rule leads to.</summary>
internal static class Rule
{
    /// <summary>Asserts that a change of the sample breaks one rule, and what is told of it.</summary>
    public static void Broken(Action<JsonNode> change, string path, string? found, string expected, bool several = false)
    {
        var reading = SampleConfiguration.With(change);

        Assert.Null(reading.Configuration);
        var problem = several ? reading.Problems[0] : Assert.Single(reading.Problems);
        Assert.Equal(path, problem.Path);
        Assert.Contains(expected, problem.Expected, StringComparison.Ordinal);
        Assert.Equal(found ?? problem.Found, problem.Found);
        Assert.NotEmpty(problem.Found);
    }
}
