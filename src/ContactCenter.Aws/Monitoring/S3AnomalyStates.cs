using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Core.Monitoring.Anomalies;

namespace ContactCenter.Aws.Monitoring;

/// <summary>
/// What was learned of all series, as one object beside the models. A write costs the same whatever its length, where a table would take
/// a write unit for each kilobyte and no item of more than 400.
/// </summary>
/// <param name="client">Client of S3.</param>
/// <param name="bucket">Name of the bucket.</param>
public sealed class S3AnomalyStates(IAmazonS3 client, string bucket) : IAnomalyStates
{
    /// <summary>What the keys begin with.</summary>
    public const string Prefix = "anomalies/";

    private const string Key = $"{Prefix}states.bin";

    /// <summary>Far above what is meant: four thousand series.</summary>
    private const long MaximumObject = 16L * 1024 * 1024;

    /// <inheritdoc/>
    public async ValueTask<(ReadOnlyMemory<byte> State, string? Version)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var found = await client.GetObjectAsync(bucket, Key, cancellationToken);
            if (found.ContentLength > MaximumObject)
            {
                return (ReadOnlyMemory<byte>.Empty, found.ETag);
            }

            var content = new byte[found.ContentLength];
            await found.ResponseStream.ReadExactlyAsync(content, cancellationToken);
            return (content, found.ETag);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            return (ReadOnlyMemory<byte>.Empty, null);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<string?> TryWriteAsync(ReadOnlyMemory<byte> state, string? version, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = bucket,
            Key = Key,
            ContentType = "application/octet-stream",
            InputStream = new MemoryStream(state.ToArray()),
            IfMatch = version,
            IfNoneMatch = version is null ? "*" : null,
        };
        try
        {
            return (await client.PutObjectAsync(request, cancellationToken)).ETag;
        }
        catch (AmazonS3Exception conflict)
            when (conflict.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict or HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
