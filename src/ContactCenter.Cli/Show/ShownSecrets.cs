using System.Text.Json.Nodes;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Notifications.Webhooks;
using ContactCenter.Embedded.Ports;

namespace ContactCenter.Cli.Show;

/// <summary>In the place of each secret one that no other system has, with every member that a channel asks for.</summary>
internal sealed class ShownSecrets(ContactCenterConfiguration configuration) : ISecretSource
{
    /// <summary>The name of the secret with the key of signed links.</summary>
    public const string Links = "LINK_SECRET_ARN";

    private const string Endpoint =
        $$"""
        {"botToken":"xoxb-shown","webhookUrl":"https://workflow.example.com/shown","user":"contactcenter","password":"shown",
         "routingKey":"shown","apiKey":"shown",
         "key":"{{TestSecrets.Key}}"}
        """;

    private readonly TestSecrets _own = new();

    public ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken) =>
        TestSecrets.Variable(arn) is null ? new(new Secret(Of(arn))) : _own.GetAsync(arn, cancellationToken);

    /// <summary>With the fields that templates of webhooks take from it.</summary>
    private string Of(string arn)
    {
        var secret = JsonNode.Parse(Endpoint)!.AsObject();
        var endpoints = configuration.Audiences.Values.Concat(
            configuration.OnCall.Values.SelectMany(static schedule => schedule.Participants).Select(static one => one.Endpoints));
        foreach (var (_, name) in endpoints.SelectMany(static list => list).Where(endpoint => endpoint.Secret == arn)
            .SelectMany(static endpoint => WebhookTemplate.PlaceholdersOf(endpoint.Body)))
        {
            if (WebhookTemplate.SecretField(name) is { } field && !secret.ContainsKey(field))
            {
                secret[field] = "shown";
            }
        }

        return secret.ToJsonString();
    }
}
