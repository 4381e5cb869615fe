using Amazon.S3;
using ContactCenter.Aws.Contacts;

namespace ContactCenter.Cli;

/// <summary>Clients of S3 for commands that may be given an emulator.</summary>
internal static class BucketClient
{
    /// <summary>A client of a Region, or of an endpoint that plays it.</summary>
    public static AmazonS3Client Of(Uri? endpoint, string region) => endpoint is null
        ? ModelBucket.CreateClient(Environment.GetEnvironmentVariable, region)
        : new AmazonS3Client(new AmazonS3Config
        {
            ServiceURL = endpoint.ToString(),
            AuthenticationRegion = region,
            ForcePathStyle = true,
        });
}
