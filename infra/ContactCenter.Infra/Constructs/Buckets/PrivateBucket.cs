using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using Constructs;

namespace ContactCenter.Infra.Constructs.Buckets;

/// <summary>
/// A bucket that nobody reads without being allowed to: encrypted at rest and on the way, owned by the account alone, closed to the
/// public, and kept when its stack goes.
/// </summary>
internal static class PrivateBucket
{
    /// <summary>Adds one.</summary>
    /// <param name="scope">The stack.</param>
    /// <param name="id">Its name within the stack.</param>
    /// <param name="key">Encrypts it; null: S3 does itself, with a key that nobody can disable.</param>
    /// <param name="rules">What becomes of its objects.</param>
    /// <param name="more">What this bucket has besides.</param>
    public static Bucket Add(
        Construct scope, string id, IKey? key, IReadOnlyList<LifecycleRule> rules, Action<BucketProps>? more = null)
    {
        var props = new BucketProps
        {
            Encryption = key is null ? BucketEncryption.S3_MANAGED : BucketEncryption.KMS,
            EncryptionKey = key,
            BucketKeyEnabled = key is null ? null : true,
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            ObjectOwnership = ObjectOwnership.BUCKET_OWNER_ENFORCED,
            EnforceSSL = true,
            MinimumTLSVersion = 1.2,
            LifecycleRules = [.. rules],
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        };
        more?.Invoke(props);
        return new Bucket(scope, id, props);
    }
}
