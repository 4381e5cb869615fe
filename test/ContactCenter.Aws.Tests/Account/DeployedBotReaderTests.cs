using Amazon.Runtime;
using ContactCenter.Aws.Account;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Core.Validation.Account;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Aws.Tests.Account;

/// <summary>The ids of the deployed bot, as Amazon Lex V2's API reference has its answers; everything else is refused.</summary>
public sealed class DeployedBotReaderTests
{
    private const string Bots =
        """{"botSummaries":[{"botId":"BOTEXAMPLE","botName":"cc-prod-bot","botStatus":"Available","botType":"Bot"}],"nextToken":null}""";

    private const string Aliases =
        """
        {"botId":"BOTEXAMPLE","botAliasSummaries":[
          {"botAliasId":"TSTALIASID","botAliasName":"TestBotAlias","botAliasStatus":"Available","botVersion":"DRAFT"},
          {"botAliasId":"ALIASEXAMP","botAliasName":"live","botAliasStatus":"Available","botVersion":"1"}]}
        """;

    [Fact]
    public async Task It_is_found_by_its_name_and_that_of_its_alias() =>
        Assert.Equal(new BotIds("BOTEXAMPLE", "ALIASEXAMP"), await ReadAsync(Bots));

    [Fact]
    public async Task One_that_is_not_there_has_ids_that_nothing_has() =>
        Assert.Equal(new BotIds(DeployedBot.UnknownId, DeployedBot.UnknownId), await ReadAsync("""{"botSummaries":[],"nextToken":null}"""));

    [Fact]
    public async Task Ids_that_are_told_are_searched_by_nobody() =>
        Assert.Equal(new BotIds("TOLDBOT001", "TOLDALIAS1"), await ReadAsync(Bots, "TOLDBOT001", "TOLDALIAS1"));

    private static async Task<BotIds?> ReadAsync(
        string bots, string botId = DeployedBot.UnknownId, string aliasId = DeployedBot.UnknownId)
    {
        await using var lex = await LocalHttpServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            var answer = context.Request.Path.Value switch
            {
                "/bots/" => bots,
                "/bots/BOTEXAMPLE/botaliases/" => Aliases,
                _ => null,
            };
            context.Response.StatusCode = answer is null ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK;
            await context.Response.WriteAsync(answer ?? """{"message":"no"}""");
        });
        var sample = ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json")));
        var flows = sample.Flows! with { Bot = null, DeployedBot = new DeployedBotSettings() };
        var configuration = DeployedBot.In(sample with { Flows = flows }, botId, aliasId);
        using var clients = AccountClients.For(configuration.Instance.Region, lex.Address, new BasicAWSCredentials("test", "test"));
        using var http = AccountReader.CreateHttpClient(lex.Address);
        return (await new AccountReader(clients, http, lex.Address, TimeProvider.System)
            .ReadAsync(configuration, TestContext.Current.CancellationToken)).DeployedBotIds;
    }
}
