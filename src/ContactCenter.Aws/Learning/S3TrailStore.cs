using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Core.Learning.Trails;

namespace ContactCenter.Aws.Learning;

/// <summary>A trail in its bucket. Files that have gone to cold storage are told as such.</summary>
/// <param name="client">Client of S3.</param>
/// <param name="bucket">Name of the bucket.</param>
public sealed class S3TrailStore(IAmazonS3 client, string bucket) : ITrailStore
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> FoldersAsync(string folder, CancellationToken cancellationToken)
    {
        var pages = await PagesAsync(folder, "/", cancellationToken);
        return [.. pages.SelectMany(static page => page.CommonPrefixes ?? [])];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> FilesAsync(string folder, CancellationToken cancellationToken)
    {
        var pages = await PagesAsync(folder, null, cancellationToken);
        return [.. pages.SelectMany(static page => page.S3Objects ?? []).Select(static each => each.Key)];
    }

    /// <inheritdoc/>
    public async ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await client.GetObjectAsync(bucket, key, cancellationToken);
            using var content = new MemoryStream();
            await found.ResponseStream.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }
        catch (AmazonS3Exception cold) when (cold.ErrorCode == "InvalidObjectState")
        {
            return null;
        }
    }

    private async Task<List<ListObjectsV2Response>> PagesAsync(string folder, string? delimiter, CancellationToken cancellationToken)
    {
        var pages = new List<ListObjectsV2Response>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = folder, Delimiter = delimiter };
        do
        {
            pages.Add(await client.ListObjectsV2Async(request, cancellationToken));
            request.ContinuationToken = pages[^1].NextContinuationToken;
        }
        while (request.ContinuationToken is { Length: > 0 });
        return pages;
    }
}
