using Amazon.LexModelsV2;
using Amazon.LexModelsV2.Model;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Notifications.Http;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Texts;
using ContactCenter.Core.Validation.Account;

namespace ContactCenter.Aws.Account;

/// <summary>
/// Reads of an account what a configuration is compared with. It only reads; what it is refused is told and stops nothing else.
/// </summary>
/// <param name="clients">Clients of the account.</param>
/// <param name="http">Sends to Slack, ServiceNow and Jira.</param>
/// <param name="slack">Address of Slack's Web API.</param>
/// <param name="clock">The clock.</param>
public sealed class AccountReader(AccountClients clients, HttpClient http, Uri slack, TimeProvider clock) : IAccount
{
    /// <summary>Address of Slack's Web API.</summary>
    public static readonly Uri SlackApi = new("https://slack.com/api/");

    /// <summary>A client with the settings that the tools need; it reaches this machine only where that plays them.</summary>
    public static HttpClient CreateHttpClient(Uri slack) => HttpSender.CreateClient(isGuarded: !slack.IsLoopback);

    /// <inheritdoc/>
    public async Task<AccountReading> ReadAsync(ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var unread = new Unread();
        var reading = new AccountReading { DeployedBotIds = await DeployedAsync(configuration, unread, cancellationToken) };
        if (reading.DeployedBotIds is { } ids)
        {
            configuration = DeployedBot.In(configuration, ids.BotId, ids.AliasId);
        }

        reading = await new InstanceReader(clients, unread).ReadAsync(reading, configuration, cancellationToken);
        reading = await new ResourceReader(clients, unread).ReadAsync(reading, configuration, cancellationToken);
        reading = await new AlarmReader(clients.CloudWatch, clients.StandbyCloudWatch, unread)
            .ReadAsync(reading, configuration, cancellationToken);
        reading = await ReadReachAsync(reading, configuration, cancellationToken);
        reading = await new SecretReader(clients.Secrets, new OutsideReader(http, slack, clock), unread)
            .ReadOthersAsync(reading, configuration, cancellationToken);
        return reading with
        {
            Settings = await SettingsAsync(configuration, unread, cancellationToken),
            ReadAt = clock.GetUtcNow(),
            Unread = unread.Parts,
        };
    }

    /// <summary>A table that is not there has none: that nothing is deployed, its alarms tell.</summary>
    private async Task<RuntimeSettings?> SettingsAsync(
        ContactCenterConfiguration configuration, Unread unread, CancellationToken cancellationToken)
    {
        var table = DeploymentNames.Of(configuration).IncidentsTable;
        return await unread.TryAsync(Sentences.WhatSettings(table), "dynamodb:Query", async () =>
        {
            try
            {
                return await new DynamoDbSettings(clients.DynamoDb, table, configuration.Incidents.RetentionDays)
                    .ReadAsync(cancellationToken);
            }
            catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
            {
                return RuntimeSettings.None;
            }
        });
    }

    /// <inheritdoc/>
    public Task<AccountReading> ReadReachAsync(ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return ReadReachAsync(new AccountReading(), configuration, cancellationToken);
    }

    private async Task<AccountReading> ReadReachAsync(
        AccountReading reading, ContactCenterConfiguration configuration, CancellationToken cancellationToken)
    {
        var unread = new Unread();
        reading = await new TopicReader(clients.Sns, clients.CloudWatch, clock, unread)
            .ReadAsync(reading, configuration, cancellationToken);
        reading = await new SecretReader(clients.Secrets, new OutsideReader(http, slack, clock), unread)
            .ReadAsync(reading, configuration, cancellationToken);
        return reading with { UnreadOfReach = unread.Parts };
    }

    /// <summary>
    /// By its name, because Amazon Lex has given it its ids; those that nobody has where it is not there. A function is told the ids, and
    /// has no right to search.
    /// </summary>
    private async Task<BotIds?> DeployedAsync(
        ContactCenterConfiguration configuration, Unread unread, CancellationToken cancellationToken)
    {
        if (!DeployedBot.IsIn(configuration))
        {
            return null;
        }

        var name = DeploymentNames.Of(configuration).Bot;
        if (configuration.Bots.FirstOrDefault(bot => bot.Name == name && bot.BotId != DeployedBot.UnknownId) is { } told)
        {
            return new BotIds(told.BotId, told.AliasId);
        }

        return await unread.TryAsync(Sentences.WhatBot(name), "lex:ListBots and lex:ListBotAliases", async () =>
        {
            var bots = await clients.Lex.ListBotsAsync(
                new ListBotsRequest
                {
                    Filters = [new BotFilter { Name = BotFilterName.BotName, Operator = BotFilterOperator.EQ, Values = [name] }]
                },
                cancellationToken);
            if (bots.BotSummaries?.FirstOrDefault(bot => bot.BotName == name)?.BotId is not { } id)
            {
                return new BotIds(DeployedBot.UnknownId, DeployedBot.UnknownId);
            }

            var aliases = await clients.Lex.ListBotAliasesAsync(new ListBotAliasesRequest { BotId = id }, cancellationToken);
            var alias = aliases.BotAliasSummaries?.FirstOrDefault(static alias => alias.BotAliasName == DeployedBot.AliasName);
            return alias is null ? new BotIds(DeployedBot.UnknownId, DeployedBot.UnknownId) : new BotIds(id, alias.BotAliasId);
        });
    }
}
