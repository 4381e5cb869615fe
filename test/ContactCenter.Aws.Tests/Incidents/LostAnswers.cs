using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace ContactCenter.Aws.Tests.Incidents;

/// <summary>
/// A network on which every write arrives and the first answer to each kind of it is lost, so that the SDK sends it again.
/// </summary>
internal sealed class LostAnswers : HttpClientFactory
{
    private readonly HashSet<string> _lost = [];

    /// <summary>A client on such a network.</summary>
    public static AmazonDynamoDBClient ClientOf(Emulator emulator)
    {
        using var ordinary = emulator.DynamoDb();
        return new AmazonDynamoDBClient(
            new BasicAWSCredentials("test", "test"),
            new AmazonDynamoDBConfig
            {
                ServiceURL = ordinary.Config.ServiceURL,
                AuthenticationRegion = ordinary.Config.AuthenticationRegion,
                MaxErrorRetry = 2,
                HttpClientFactory = new LostAnswers(),
            });
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Line(Emulator.OneAtATime.CreateHttpClient(clientConfig), _lost));

    private sealed class Line(HttpClient network, HashSet<string> lost) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            using var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
            foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []))
            {
                _ = copy.Headers.TryAddWithoutValidation(name, values) || copy.Content.Headers.TryAddWithoutValidation(name, values);
            }

            var answer = await network.SendAsync(copy, cancellationToken);
            var target = request.Headers.TryGetValues("X-Amz-Target", out var targets) ? targets.First() : "";
            var isWrite = target.EndsWith("PutItem", StringComparison.Ordinal) || target.EndsWith("UpdateItem", StringComparison.Ordinal);
            return isWrite && lost.Add(target)
                ? throw new HttpRequestException("the answer was lost", new IOException("the connection broke"))
                : answer;
        }
    }
}
