using System.Text.Json.Nodes;
using System.Threading.Channels;
using ContactCenter.Testing;

namespace ContactCenter.Infra.Tests.EndToEnd;

/// <summary>
/// A listener on a deployed topic, over HTTP, in the place of Lambda: it makes of what SNS delivers the event that Lambda would hand to the
/// function.
/// </summary>
internal sealed class DeployedTopic : IAsyncDisposable
{
    private static readonly TimeSpan MaximumLength = TimeSpan.FromSeconds(30);

    private readonly Channel<JsonNode> _delivered = Channel.CreateUnbounded<JsonNode>();
    private readonly EmulatedAccount _account;
    private readonly string _arn;
    private LocalHttpServer? _server;
    private string _subscription = "";

    private DeployedTopic(EmulatedAccount account, string arn) => (_account, _arn) = (account, arn);

    public static async Task<DeployedTopic> ListenAsync(EmulatedAccount account, string arn)
    {
        var topic = new DeployedTopic(account, arn);
        topic._server = await LocalHttpServer.StartAsync(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            if (JsonNode.Parse(body) is { } message && (string?)message["Type"] == "Notification")
            {
                await topic._delivered.Writer.WriteAsync(message);
            }
        });
        var subscribed = await account.AwsAsync(
            "sns", "subscribe", "--topic-arn", arn, "--protocol", "http", "--notification-endpoint", topic._server.Address.AbsoluteUri);
        topic._subscription = (string)subscribed["SubscriptionArn"]!;
        return topic;
    }

    /// <summary>Publishes a message, and returns the event that the topic's function gets of it.</summary>
    public async Task<string> PublishAsync(string message)
    {
        await _account.AwsAsync("sns", "publish", "--topic-arn", _arn, "--message", message);
        var notification = await _delivered.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(MaximumLength);
        return new JsonObject
        {
            ["Records"] = new JsonArray(new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["EventVersion"] = "1.0",
                ["EventSubscriptionArn"] = $"{_arn}:subscription",
                ["Sns"] = notification.DeepClone(),
            }),
        }.ToJsonString();
    }

    /// <summary>The emulator fails a publication that one listener does not take, so a listener goes before its server does.</summary>
    public async ValueTask DisposeAsync()
    {
        await _account.AwsAsync("sns", "unsubscribe", "--subscription-arn", _subscription);
        await _server!.DisposeAsync();
    }
}
