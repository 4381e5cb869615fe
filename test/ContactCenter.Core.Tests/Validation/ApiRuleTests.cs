using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Validation;

public sealed class ApiRuleTests
{
    [Theory]
    [InlineData("Call Center administrator")]
    [InlineData("viewer,administrator")]
    [InlineData("[administrator]")]
    [InlineData("")]
    public void A_group_that_reads_like_several_has_no_role(string group)
    {
        var problem = Assert.Single(With(group).Problems);

        Assert.Equal("$.api.roles.responder", problem.Path);
        Assert.Contains("a group without blanks", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_of_one_word_may_have_one() => Assert.Empty(With("cn=call-center/on.call").Problems);

    private static ConfigurationReading With(string group) => SampleConfiguration.With(root => root["api"] = new JsonObject
    {
        ["cognito"] = true,
        ["roles"] = new JsonObject { ["responder"] = new JsonArray(group) },
    });
}
