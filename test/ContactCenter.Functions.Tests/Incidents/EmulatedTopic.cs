using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using ContactCenter.Testing;

namespace ContactCenter.Functions.Tests.Incidents;

/// <summary>A topic in the emulator, with a subscriber in this process.</summary>
internal sealed class EmulatedTopic : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _messages = new();
    private LocalHttpServer _subscriber = null!;

    private EmulatedTopic()
    {
    }

    public string Arn { get; private set; } = "";

    /// <summary>What was published, in order.</summary>
    public IReadOnlyList<string> Messages => [.. _messages];

    public static async Task<EmulatedTopic> CreateAsync(Uri emulator)
    {
        var topic = new EmulatedTopic();
        topic._subscriber = await LocalHttpServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            if (JsonNode.Parse(await reader.ReadToEndAsync()) is { } body && (string?)body["Type"] == "Notification")
            {
                topic._messages.Enqueue((string)body["Message"]!);
            }
        });
        var created = await CallAsync(emulator, ("Action", "CreateTopic"), ("Name", $"topic-{Guid.NewGuid():N}"));
        topic.Arn = created.Descendants().Single(element => element.Name.LocalName == "TopicArn").Value;
        await CallAsync(
            emulator,
            ("Action", "Subscribe"),
            ("TopicArn", topic.Arn),
            ("Protocol", "http"),
            ("Endpoint", topic._subscriber.Address.ToString()));
        return topic;
    }

    public ValueTask DisposeAsync() => _subscriber.DisposeAsync();

    private static async Task<XDocument> CallAsync(Uri emulator, params (string Name, string Value)[] fields)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, emulator);
        request.Content = new FormUrlEncodedContent(
            fields.Append(("Version", "2010-03-31")).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

        // the emulator checks no signature, but finds the service by it
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=test/20260504/eu-central-1/sns/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return XDocument.Parse(await response.Content.ReadAsStringAsync());
    }
}
