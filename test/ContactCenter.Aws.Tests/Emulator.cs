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

    /// <summary>Where it answers; only asked for after <see cref="DynamoDb"/> has said that there is one.</summary>
    public Uri Address => _emulator!.Address;

    /// <summary>
    /// A client of it; without an emulator the test is skipped, on a build server it fails. Retries as the deployed client does:
    /// the emulator answers "internal error" when requests race, as the service does when it is busy.
    /// </summary>
    public AmazonDynamoDBClient DynamoDb() =>
        new(Credentials, new AmazonDynamoDBConfig { ServiceURL = Required(), AuthenticationRegion = Region });

    /// <summary>A client of its buckets, on the same condition.</summary>
    public AmazonS3Client S3() =>
        new(
            Credentials,
            new AmazonS3Config { ServiceURL = Required(), AuthenticationRegion = Region, MaxErrorRetry = 0, ForcePathStyle = true });

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
}
