using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Validation.Account;

/// <summary>A secret that the configuration names, with what it must hold.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="What">What it is for, as people say it.</param>
/// <param name="Fits">Whether a secret of this shape will do.</param>
/// <param name="Right">What it must hold.</param>
internal sealed record SecretUse(string Arn, string What, Func<SecretShape, bool> Fits, string Right)
{
    /// <summary>Every secret of a configuration, each use once.</summary>
    public static IReadOnlyList<SecretUse> Of(ContactCenterConfiguration configuration) =>
        [.. OfPeople(configuration), .. OfOthers(configuration)];

    /// <summary>Those by which people are told, each use once.</summary>
    public static IEnumerable<SecretUse> OfPeople(ContactCenterConfiguration configuration) =>
        Endpoints(configuration).Select(static endpoint => OfEndpoint(endpoint.Name, endpoint.Endpoint)).OfType<SecretUse>()
            .DistinctBy(static use => (use.Arn, use.Right));

    /// <summary>All others.</summary>
    public static IEnumerable<SecretUse> OfOthers(ContactCenterConfiguration configuration) =>
    [
        .. One(
            configuration.Crm?.Secret, Sentences.PurposeCustomers, static shape => shape.IsText || shape.Has("value"),
            Sentences.OrPlainText("{\"value\": …}")),
        .. One(
            configuration.Answers.SlackSigningSecret, Sentences.PurposeSlackAnswers,
            static shape => shape.IsText || shape.Has("signingSecret"),
            Sentences.OrPlainText("{\"signingSecret\": …}")),
        .. One(
            configuration.Answers.ServiceNowCallbackSecret, Sentences.PurposeCallbacks,
            static shape => shape.Has("callbackKey") && shape.Has("user"), "{\"callbackKey\": …, \"user\": …}"),
        .. One(
            configuration.Answers.PagerDutyWebhookSecret, Sentences.PurposePagerDutyAnswers,
            static shape => shape.IsText || shape.Fields.Count > 0, Sentences.TextOrObject),
        .. One(
            configuration.Answers.JiraWebhookSecret, Sentences.PurposeJiraAnswers, static shape => shape.IsText || shape.Has("token"),
            Sentences.OrPlainText("{\"token\": …}")),
        .. One(
            configuration.Answers.PostWebhookSecret, Sentences.PurposePosts, static shape => shape.IsText || shape.Has("key"),
            Sentences.OrPlainText("{\"key\": …}")),
        .. configuration.Contacts.Tickets?.System == TicketSystemKind.ServiceNow
            ? One(
                configuration.Contacts.Tickets.Secret, Sentences.PurposeTickets,
                static shape => shape.Has("apiKey") || (shape.Has("user") && shape.Has("password")),
                "{\"apiKey\": …} or {\"user\": …, \"password\": …}")
            : One(
                configuration.Contacts.Tickets?.Secret, Sentences.PurposeTickets, static shape => shape.IsText || shape.Has("key"),
                Sentences.OrPlainText("{\"key\": …}")),
    ];

    /// <summary>Every endpoint with the name of the audience or schedule that it is of.</summary>
    public static IEnumerable<(string Name, Endpoint Endpoint)> Endpoints(ContactCenterConfiguration configuration) =>
    [
        .. configuration.Audiences.SelectMany(static audience => audience.Value.Select(endpoint => (audience.Key, endpoint))),
        .. configuration.OnCall.SelectMany(static schedule => schedule.Value.Participants
            .SelectMany(static participant => participant.Endpoints)
            .Select(endpoint => (schedule.Key, endpoint))),
    ];

    /// <summary>The use of an endpoint's secret, or null.</summary>
    public static SecretUse? OfEndpoint(string name, Endpoint endpoint) => (endpoint.Secret, endpoint.Channel) switch
    {
        ({ } arn, Channel.Slack) => new(
            arn, Sentences.PurposeSlack(name), static shape => shape.IsText || shape.Has("botToken") || shape.Has("webhookUrl"),
            "{\"botToken\": …} or {\"webhookUrl\": …}"),
        ({ } arn, Channel.Teams) => new(
            arn, Sentences.PurposeTeams(name), static shape => shape.IsText || shape.Has("webhookUrl"),
            Sentences.OrAddress("{\"webhookUrl\": …}")),
        ({ } arn, Channel.ServiceNow) => new(
            arn, Sentences.PurposeServiceNow(name),
            static shape => shape.Has("apiKey") || (shape.Has("user") && shape.Has("password")),
            "{\"apiKey\": …} or {\"user\": …, \"password\": …}"),
        ({ } arn, Channel.PagerDuty) => new(
            arn, Sentences.PurposePagerDuty(name), static shape => shape.IsText || shape.Has("routingKey"),
            Sentences.OrPlainText("{\"routingKey\": …}")),
        ({ } arn, Channel.Jira) => new(
            arn, Sentences.PurposeJira(name), static shape => shape.IsText || shape.Has("apiKey"),
            Sentences.OrPlainText("{\"apiKey\": …}")),
        ({ } arn, Channel.Webhook) when FieldsOf(endpoint) is { Length: > 0 } fields => new(
            arn, Sentences.PurposeWebhook(name), shape => fields.All(shape.Has),
            $"{{{string.Join(", ", fields.Select(static field => $"\"{field}\": …"))}}}"),
        ({ } arn, _) => new(
            arn, endpoint.Channel == Channel.Webhook ? Sentences.PurposeWebhook(name) : $"{endpoint.Channel} of {name}",
            static shape => shape.IsText || shape.Fields.Count > 0, Sentences.TextOrObject),
        _ => null,
    };

    /// <summary>What a template takes from the secret, and the key that its body is signed with.</summary>
    private static string[] FieldsOf(Endpoint endpoint) =>
        WebhookTemplate.PlaceholdersOf(endpoint.Body).Select(static one => WebhookTemplate.SecretField(one.Name)).OfType<string>()
            .Order(StringComparer.Ordinal).Distinct().ToArray() is { Length: > 0 } fields ? ["key", .. fields] : [];

    private static IEnumerable<SecretUse> One(string? arn, string what, Func<SecretShape, bool> fits, string right) =>
        arn is null ? [] : [new(arn, what, fits, right)];
}
