using Amazon.DynamoDBv2;
using Amazon.Runtime;
using ContactCenter.Testing;

namespace ContactCenter.Aws.Tests;

/// <summary>One AWS emulator for all tests of the assembly, started when the first one asks for it.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private AwsEmulator? _emulator;

    public async ValueTask InitializeAsync() => _emulator = await AwsEmulator.StartAsync();

    /// <summary>Where it answers; only asked for after <see cref="DynamoDb"/> has said that there is one.</summary>
    public Uri Address => _emulator!.Address;

    /// <summary>A client of it; without an emulator the test is skipped, on a build server it fails.</summary>
    public AmazonDynamoDBClient DynamoDb()
    {
        if (_emulator is null)
        {
            Assert.SkipUnless(AwsEmulator.IsRequired, AwsEmulator.Missing);
            Assert.Fail(AwsEmulator.Missing);
        }

        var configuration = new AmazonDynamoDBConfig
        {
            ServiceURL = _emulator!.Address.ToString(),
            AuthenticationRegion = "eu-central-1",
            MaxErrorRetry = 0,
        };
        return new AmazonDynamoDBClient(new BasicAWSCredentials("test", "test"), configuration);
    }

    public ValueTask DisposeAsync() => _emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
