using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Core.Notifications.Status;

namespace ContactCenter.Aws.Notifications.Status;

/// <summary>
/// The status page in a bucket: <c>site/</c> is what everybody reads, <c>record.json</c> what it is made from, with who approved it, which
/// nobody else reads. A write of the record names the version that was read, so that of two people who publish at once none is lost.
/// </summary>
/// <param name="client">Gives the client of S3 in the Region of the bucket; asked when something is read or written.</param>
/// <param name="bucket">Name of the bucket.</param>
public sealed class S3StatusSite(Func<IAmazonS3> client, Func<string> bucket) : IStatusSite
{
    /// <summary>What keys of the page begin with; the rest of the bucket is nobody's.</summary>
    public const string Site = "site/";

    private const string Record = "record.json";

    /// <summary>Kept by browsers and by what stands before the bucket for as long as an update may wait to be seen.</summary>
    private const string Fresh = "public, max-age=30";

    /// <inheritdoc/>
    public async ValueTask<StoredStatus> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var found = await client().GetObjectAsync(bucket(), Record, cancellationToken);
            using var text = new StreamReader(found.ResponseStream);
            var record = JsonSerializer.Deserialize(await text.ReadToEndAsync(cancellationToken), StatusJson.Default.StatusRecord);
            return new StoredStatus(record!, found.ETag);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            return new StoredStatus(StatusRecord.Empty, null);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(StatusRecord record, StoredStatus read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            var request = Put(Record, "application/json", JsonSerializer.Serialize(record, StatusJson.Default.StatusRecord));
            request.IfMatch = read.Version;
            request.IfNoneMatch = read.Version is null ? "*" : null;
            await client().PutObjectAsync(request, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception conflict) when (conflict.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask PublishAsync(IReadOnlyList<StatusFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            var request = Put($"{Site}{file.Name}", file.MediaType, file.Text);
            request.Headers.CacheControl = Fresh;
            await client().PutObjectAsync(request, cancellationToken);
        }
    }

    private PutObjectRequest Put(string key, string mediaType, string text) => new()
    {
        BucketName = bucket(),
        Key = key,
        ContentType = mediaType,
        InputStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
        AutoCloseStream = true,
    };
}
