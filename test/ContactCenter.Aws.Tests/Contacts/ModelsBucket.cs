using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Aws.Contacts;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Aws.Tests.Contacts;

/// <summary>A bucket of models in the emulator, of a test's own.</summary>
internal sealed class ModelsBucket : IDisposable
{
    private ModelsBucket(AmazonS3Client client, string name)
    {
        Client = client;
        Name = name;
        Store = new S3ModelStore(client, name);
    }

    public AmazonS3Client Client { get; }

    public string Name { get; }

    public S3ModelStore Store { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ModelsBucket> CreateAsync(Emulator emulator)
    {
        var bucket = new ModelsBucket(emulator.S3(), $"models-{Guid.NewGuid():N}");
        await bucket.Client.PutBucketAsync(new PutBucketRequest { BucketName = bucket.Name, BucketRegion = S3Region.EUCentral1 }, Stop);
        return bucket;
    }

    /// <summary>Puts a model into service under the id of its content.</summary>
    public async Task<string> PromoteAsync(ReadOnlyMemory<byte> file)
    {
        var id = ModelId.Of(file.Span);
        var read = await Store.HistoryAsync(Stop);
        await Store.SaveAsync(id, file, Stop);
        Assert.True(await Store.TryWriteAsync(
            read.History.Promote(new ModelVersion(id, DateTimeOffset.UnixEpoch, "test", 0.875)), read, Stop));
        return id;
    }

    public async Task PutAsync(string key, string text) =>
        await Client.PutObjectAsync(new PutObjectRequest { BucketName = Name, Key = key, ContentBody = text }, Stop);

    public async Task<string> TextAsync(string key)
    {
        using var found = await Client.GetObjectAsync(Name, key, Stop);
        using var reader = new StreamReader(found.ResponseStream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Stop);
    }

    public void Dispose() => Client.Dispose();
}
