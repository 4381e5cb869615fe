using System.Net;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Core.Learning.Reports;

namespace ContactCenter.Aws.Learning;

/// <summary>
/// Reports in a bucket, whose rules encrypt and delete them. A link is signed by who writes it: it opens one object, and ends with the
/// credentials of its signer if that is sooner.
/// </summary>
/// <param name="client">The client of S3.</param>
/// <param name="bucket">Gives the name of the bucket; asked when something is kept.</param>
public sealed class S3ReportStore(IAmazonS3 client, Func<string> bucket) : IReportStore
{
    /// <inheritdoc/>
    public async ValueTask KeepAsync(IReadOnlyList<ReportFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            var request = new PutObjectRequest
            {
                BucketName = bucket(),
                Key = file.Name,
                ContentType = file.MediaType,
                InputStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Text)),
                AutoCloseStream = true,
                IfNoneMatch = file.IsEvidence ? "*" : null,
            };
            try
            {
                _ = await client.PutObjectAsync(request, cancellationToken);
            }
            catch (AmazonS3Exception kept) when (file.IsEvidence && kept.StatusCode == HttpStatusCode.PreconditionFailed)
            {
                // it is there, as it was written first
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Uri> LinkAsync(string name, DateTimeOffset until, CancellationToken cancellationToken) => new(
        await client.GetPreSignedURLAsync(new GetPreSignedUrlRequest
        {
            BucketName = bucket(),
            Key = name,
            Verb = HttpVerb.GET,
            Expires = until.UtcDateTime,
            Protocol = client.Config.ServiceURL?.StartsWith("http:", StringComparison.Ordinal) == true ? Protocol.HTTP : Protocol.HTTPS,
        }));
}
