using Amazon.S3.Model;
using ContactCenter.Aws.Tests;
using ContactCenter.Aws.Tests.Contacts;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>The bucket of models, reports and texts, object by object.</summary>
internal sealed class StoredBucket : IDisposable
{
    private StoredBucket(ModelsBucket models) => Models = models;

    /// <summary>The bucket as people see it who put models into service.</summary>
    public ModelsBucket Models { get; }

    public string Name => Models.Name;

    public static async Task<StoredBucket> CreateAsync(Emulator emulator) => new(await ModelsBucket.CreateAsync(emulator));

    public async Task PutAsync(string key, byte[] content)
    {
        using var stream = new MemoryStream(content);
        _ = await Models.Client.PutObjectAsync(new PutObjectRequest { BucketName = Name, Key = key, InputStream = stream });
    }

    /// <summary>All objects by their keys.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> ObjectsAsync()
    {
        var objects = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var found in (await Models.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Name })).S3Objects ?? [])
        {
            using var content = await Models.Client.GetObjectAsync(Name, found.Key);
            using var copy = new MemoryStream();
            await content.ResponseStream.CopyToAsync(copy);
            objects[found.Key] = copy.ToArray();
        }

        return objects;
    }

    public void Dispose() => Models.Dispose();
}
