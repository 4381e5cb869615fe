using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Configuration;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Core.Tests.Validation.Account;

/// <summary>Amazon Lex gives the deployed bot its ids, so it is found by its name.</summary>
public sealed class DeployedBotCheckTests
{
    private static readonly ContactCenterConfiguration Configuration = SampleConfiguration.With(static root =>
    {
        root["flows"]!.AsObject().Remove("bot");
        root["flows"]!["deployedBot"] = new JsonObject();
    }).Configuration!;

    private static readonly AccountReading Reading = new()
    {
        DeployedBotIds = new BotIds("BOTEXAMPLE", "ALIASEXAMP"),
        Bots = new Dictionary<string, BotAliasReading?> { ["cc-prod-bot"] = new("Available", "1", ["de_DE", "en_US"]) },
        AssociatedBots = ["arn:aws:lex:eu-central-1:123456789012:bot-alias/BOTEXAMPLE/ALIASEXAMP"],
    };

    [Fact]
    public void One_that_is_as_it_was_deployed_is_told_nothing_of() => Assert.Empty(AccountCheck.Find(Configuration, Reading));

    [Fact]
    public void One_that_the_instance_does_not_know_is_told() => Assert.StartsWith(
        "bot \"cc-prod-bot\" is not associated with the instance",
        Assert.Single(AccountCheck.Find(Configuration, Reading with { AssociatedBots = [] })).ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void One_that_is_not_there_is_told_with_what_to_deploy() => Assert.Equal(
        "bot \"cc-prod-bot\" is not deployed, or has no alias \"live\"; deploy cc-prod-bot; its events say why a bot was not made",
        Assert.Single(AccountCheck.Find(Configuration, Reading with
        {
            DeployedBotIds = new BotIds(DeployedBot.UnknownId, DeployedBot.UnknownId),
            Bots = new Dictionary<string, BotAliasReading?> { ["cc-prod-bot"] = null },
        })).ToString());

    [Fact]
    public void Its_hook_is_called_by_Lex_and_need_not_be_associated() => Assert.Empty(AccountCheck.Find(Configuration, Reading with
    {
        Functions = new Dictionary<string, bool> { ["cc-prod-hear-customer"] = true },
        AssociatedFunctions = [],
    }));
}
