using Amazon;
using Amazon.S3;

namespace ContactCenter.Aws.Contacts;

/// <summary>Makes clients of S3.</summary>
public static class ModelBucket
{
    /// <summary>
    /// A client as the environment says. An endpoint of one's own (<c>AWS_ENDPOINT_URL</c>) has no host name per bucket, so there the
    /// bucket stands in the path.
    /// </summary>
    /// <param name="variables">Gives the value of a variable, or null.</param>
    /// <param name="region">Region of the buckets; null: as the environment says.</param>
    public static AmazonS3Client CreateClient(Func<string, string?> variables, string? region = null)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var ownEndpoint = variables("AWS_ENDPOINT_URL_S3") ?? variables("AWS_ENDPOINT_URL");
        var settings = new AmazonS3Config { ForcePathStyle = !string.IsNullOrEmpty(ownEndpoint) };
        if (region is not null)
        {
            settings.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return new AmazonS3Client(settings);
    }
}
