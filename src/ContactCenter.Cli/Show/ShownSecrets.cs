using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Embedded.Ports;

namespace ContactCenter.Cli.Show;

/// <summary>In the place of each secret one that no other system has, with every member that a channel asks for.</summary>
internal sealed class ShownSecrets : ISecretSource
{
    /// <summary>The name of the secret with the key of signed links.</summary>
    public const string Links = "LINK_SECRET_ARN";

    private const string Endpoint =
        $$"""
        {"botToken":"xoxb-shown","webhookUrl":"https://workflow.example.com/shown","user":"contactcenter","password":"shown",
         "key":"{{TestSecrets.Key}}"}
        """;

    private readonly TestSecrets _own = new();

    public ValueTask<Secret> GetAsync(string arn, CancellationToken cancellationToken) =>
        TestSecrets.Variable(arn) is null ? new(new Secret(Endpoint)) : _own.GetAsync(arn, cancellationToken);
}
