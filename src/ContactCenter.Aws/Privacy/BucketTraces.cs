using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Core.Contacts.Privacy;
using ContactCenter.Core.Texts;

namespace ContactCenter.Aws.Privacy;

/// <summary>A customer in the texts of the bucket of models: training texts and reports. Models themselves hold no texts.</summary>
/// <param name="client">Client of S3.</param>
/// <param name="bucket">Name of the bucket.</param>
/// <param name="prefix">What keys begin with; empty or ending with a slash.</param>
public sealed class BucketTraces(IAmazonS3 client, string bucket, string prefix) : ICustomerTraces
{
    private const int MaximumAttempts = 10;

    /// <summary>Far above every text that is meant, far below the memory of who asks.</summary>
    private const long MaximumObject = 256L * 1024 * 1024;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<string>> ContactsAsync(CustomerSearch search, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyCollection<string>>([]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<CustomerTrace> FindAsync(
        CustomerSearch search, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        do
        {
            var page = await client.ListObjectsV2Async(request, cancellationToken);
            foreach (var key in (page.S3Objects ?? []).Select(static each => each.Key).Where(static key => !IsModel(key)))
            {
                if (await ReadAsync(key, cancellationToken) is { } found && search.Customer.IsIn(found.Text))
                {
                    yield return new CustomerTrace(PrivacyPlaces.Texts, key, false, Lines(found.Text, search.Customer));
                }
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is { Length: > 0 });
    }

    /// <inheritdoc/>
    public async ValueTask<bool> EraseAsync(CustomerTrace trace, CustomerSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(search);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            if (await ReadAsync(trace.Key, cancellationToken) is not { } found || !search.Customer.IsIn(found.Text))
            {
                return true;
            }

            try
            {
                await client.PutObjectAsync(
                    new PutObjectRequest
                    {
                        BucketName = bucket,
                        Key = trace.Key,
                        ContentType = found.Type,
                        InputStream = new MemoryStream(Encoding.UTF8.GetBytes(search.Customer.TakeOut(found.Text))),
                        IfMatch = found.Version,
                    },
                    cancellationToken);
                return true;
            }
            catch (AmazonS3Exception conflict) when (conflict.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
            {
                // somebody wrote it meanwhile: it is read anew
            }
        }

        throw new TimeoutException(Remains.ChangedByOthers($"s3://{bucket}/{trace.Key}", $"{MaximumAttempts}"));
    }

    private static bool IsModel(string key) => key.EndsWith(".ccm", StringComparison.Ordinal);

    private static string Lines(string text, Customer customer) => string.Join('\n', text.Split('\n').Where(customer.IsIn));

    private async Task<(string Text, string Type, string Version)?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await client.GetObjectAsync(bucket, key, cancellationToken);
            if (found.ContentLength > MaximumObject)
            {
                throw new InvalidDataException(
                    Remains.TooLarge($"s3://{bucket}/{key}", $"{found.ContentLength}", $"{MaximumObject}"));
            }

            using var reader = new StreamReader(found.ResponseStream, Encoding.UTF8);
            return (await reader.ReadToEndAsync(cancellationToken), found.Headers.ContentType, found.ETag);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }
}
