using Amazon.S3.Model;
using ContactCenter.Aws.Learning;

namespace ContactCenter.Aws.Tests.Learning;

/// <summary>A trail in a bucket of the emulator.</summary>
public sealed class S3TrailStoreTests(Emulator emulator)
{
    private const string Day = "AWSLogs/123456789012/CloudTrail/eu-central-1/2026/11/30/";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folders_are_those_right_below_and_files_all_of_them_page_by_page()
    {
        using var client = emulator.S3();
        var bucket = $"trail-{Guid.NewGuid():N}";
        await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket, BucketRegion = Amazon.S3.S3Region.EUCentral1 }, Stop);
        foreach (var key in new[] { $"{Day}a", $"{Day}b", "AWSLogs/123456789012/CloudTrail/us-east-1/2026/11/30/c" })
        {
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = key }, Stop);
        }

        var store = new S3TrailStore(client, bucket);

        Assert.Equal(
            ["AWSLogs/123456789012/CloudTrail/eu-central-1/", "AWSLogs/123456789012/CloudTrail/us-east-1/"],
            await store.FoldersAsync("AWSLogs/123456789012/CloudTrail/", Stop));
        Assert.Equal([$"{Day}a", $"{Day}b"], await store.FilesAsync(Day, Stop));
        Assert.Equal($"{Day}a", System.Text.Encoding.UTF8.GetString((await store.ReadAsync($"{Day}a", Stop))!));
    }

    /// <summary>What S3 answers of an object in Glacier (API reference, <c>GetObject</c>: <c>InvalidObjectState</c>).</summary>
    [Fact]
    public async Task What_lies_in_cold_storage_is_not_there_to_be_read()
    {
        using var client = emulator.S3();
        var bucket = $"trail-{Guid.NewGuid():N}";
        await client.PutBucketAsync(new PutBucketRequest { BucketName = bucket, BucketRegion = Amazon.S3.S3Region.EUCentral1 }, Stop);
        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = bucket, Key = "cold", ContentBody = "x", StorageClass = Amazon.S3.S3StorageClass.Glacier },
            Stop);

        Assert.Null(await new S3TrailStore(client, bucket).ReadAsync("cold", Stop));
    }
}
