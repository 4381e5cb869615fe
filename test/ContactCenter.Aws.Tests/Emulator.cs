using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.S3;
using ContactCenter.Testing;

namespace ContactCenter.Aws.Tests;

/// <summary>One AWS emulator for all tests of the assembly, started when the first one asks for it.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private const string Region = "eu-central-1";
    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    private AwsEmulator? _emulator;

    public async ValueTask InitializeAsync() => _emulator = await AwsEmulator.StartAsync();

    /// <summary>
    /// Sends requests of all clients one at a time: a service checks a condition and writes in one step, and reads while others write, and
    /// the emulator, which serves each request on a thread of its own, does neither.
    /// </summary>
    public static HttpClientFactory OneAtATime { get; } = new Turnstiles();

    /// <summary>Where it answers; only asked for after <see cref="DynamoDb"/> has said that there is one.</summary>
    public Uri Address => _emulator!.Address;

    /// <summary>A client of it; without an emulator the test is skipped, on a build server it fails.</summary>
    public AmazonDynamoDBClient DynamoDb() => new(Credentials, new AmazonDynamoDBConfig
    {
        ServiceURL = Required(),
        AuthenticationRegion = Region,
        MaxErrorRetry = 0,
        HttpClientFactory = OneAtATime,
    });

    /// <summary>A client of its buckets, on the same condition.</summary>
    public AmazonS3Client S3() =>
        new(
            Credentials,
            new AmazonS3Config
            {
                ServiceURL = Required(),
                AuthenticationRegion = Region,
                MaxErrorRetry = 0,
                ForcePathStyle = true,
                HttpClientFactory = OneAtATime,
            });

    private string Required()
    {
        if (_emulator is null)
        {
            Assert.SkipUnless(AwsEmulator.IsRequired, AwsEmulator.Missing);
            Assert.Fail(AwsEmulator.Missing);
        }

        return _emulator!.Address.ToString();
    }

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;

    private sealed class Turnstiles : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Turnstile());
    }

    private sealed class Turnstile() : DelegatingHandler(new SocketsHttpHandler())
    {
        private static readonly SemaphoreSlim Gate = new(1, 1);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Gate.WaitAsync(cancellationToken);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Gate.Release();
            }
        }
    }
}
