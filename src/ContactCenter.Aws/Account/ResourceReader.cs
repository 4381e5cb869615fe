using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.Lambda.Model;
using Amazon.LexModelsV2.Model;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>Bots, functions and tables.</summary>
internal sealed class ResourceReader(AccountClients clients, Unread unread)
{
    public async Task<AccountReading> ReadAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var bots = configuration.Bots
            .Where(bot => bot.BotId != DeployedBot.UnknownId || reading.DeployedBotIds is not null)
            .ToDictionary(static bot => bot.Name, StringComparer.Ordinal);
        var functions = await unread.EachAsync<object>(
            "function",
            "lambda:GetFunctionConfiguration",
            AccountScope.Functions(configuration),
            async name => await ExistsAsync(name, cancellationToken) ? name : null);
        return reading with
        {
            Bots = await unread.EachAsync(
                "bot", "lex:DescribeBotAlias", bots.Keys, name => AliasAsync(bots[name], cancellationToken)),
            Functions = functions.ToDictionary(static one => one.Key, static one => one.Value is not null, StringComparer.Ordinal),
            Tables = await unread.EachAsync(
                "table",
                "dynamodb:DescribeTable",
                configuration.Tables.Select(static table => table.Name),
                name => TableAsync(name, cancellationToken)),
            Lambda = await unread.TryAsync(
                Sentences.PartLambdaLimits, "lambda:GetAccountSettings", () => LimitsAsync(cancellationToken)),
        };
    }

    private async Task<BotAliasReading?> AliasAsync(BotSettings bot, CancellationToken cancellationToken)
    {
        try
        {
            var alias = await clients.Lex.DescribeBotAliasAsync(
                new DescribeBotAliasRequest { BotId = bot.BotId, BotAliasId = bot.AliasId }, cancellationToken);
            return new BotAliasReading(
                alias.BotAliasStatus?.Value ?? "unknown",
                alias.BotVersion,
                [
                    .. (alias.BotAliasLocaleSettings ?? []).Where(static locale => locale.Value.Enabled == true)
                        .Select(static locale => locale.Key)
                        .Order(StringComparer.Ordinal)
                ]);
        }
        catch (Amazon.LexModelsV2.Model.ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            _ = await clients.Lambda.GetFunctionConfigurationAsync(
                new GetFunctionConfigurationRequest { FunctionName = name }, cancellationToken);
            return true;
        }
        catch (Amazon.Lambda.Model.ResourceNotFoundException)
        {
            return false;
        }
    }

    private async Task<TableReading?> TableAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await clients.DynamoDb.DescribeTableAsync(new DescribeTableRequest { TableName = name }, cancellationToken);
            return new TableReading(
                [.. (answer.Table.GlobalSecondaryIndexes ?? []).Select(static index => index.IndexName)],
                answer.Table.BillingModeSummary?.BillingMode == BillingMode.PAY_PER_REQUEST);
        }
        catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
        {
            return null;
        }
    }

    private async Task<LambdaLimits> LimitsAsync(CancellationToken cancellationToken)
    {
        var limits = (await clients.Lambda.GetAccountSettingsAsync(new GetAccountSettingsRequest(), cancellationToken)).AccountLimit;
        return new LambdaLimits(
            limits?.ConcurrentExecutions ?? AccountSettings.DefaultLambdaConcurrency,
            limits?.UnreservedConcurrentExecutions ?? AccountSettings.DefaultLambdaConcurrency);
    }
}
