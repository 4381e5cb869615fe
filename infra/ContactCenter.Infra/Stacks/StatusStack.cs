using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Constructs;
using ContactCenter.Core.Configuration.Access;
using ContactCenter.Infra.Constructs.Buckets;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// The status page for the business: files in a bucket of another Region than the center's, and what brings them to readers. Nothing here
/// runs, and nothing of the center is asked when somebody reads.
/// </summary>
internal sealed class StatusStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="page">The page.</param>
    public StatusStack(Construct scope, Deployment deployment, StatusPageSettings page)
        : base(scope, deployment, "status", "The status page for the business, away from the center that it tells of.", elsewhere: new()
        {
            Account = deployment.Configuration.Instance.AccountId,
            Region = page.Region,
        })
    {
        var bucket = PrivateBucket.Add(
            this,
            "Page",
            key: null,
            [new LifecycleRule { NoncurrentVersionExpiration = Duration.Days(400) }],
            bucket =>
            {
                bucket.BucketName = deployment.Names.StatusBucket(deployment.Configuration.Instance.AccountId, page.Region);
                bucket.Versioned = true;
            });
        var control = new CfnOriginAccessControl(this, "Access", new CfnOriginAccessControlProps
        {
            OriginAccessControlConfig = new CfnOriginAccessControl.OriginAccessControlConfigProperty
            {
                Name = Named("status"),
                OriginAccessControlOriginType = "s3",
                SigningBehavior = "always",
                SigningProtocol = "sigv4",
            },
        });
        var headers = new ResponseHeadersPolicy(this, "Headers", new ResponseHeadersPolicyProps
        {
            ResponseHeadersPolicyName = Named("status"),
            SecurityHeadersBehavior = new ResponseSecurityHeadersBehavior
            {
                ContentSecurityPolicy = new ResponseHeadersContentSecurityPolicy
                {
                    ContentSecurityPolicy =
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                        + "frame-ancestors 'none'",
                    Override = true,
                },
                ContentTypeOptions = new ResponseHeadersContentTypeOptions { Override = true },
                ReferrerPolicy = new ResponseHeadersReferrerPolicy { ReferrerPolicy = HeadersReferrerPolicy.NO_REFERRER, Override = true },
                StrictTransportSecurity = new ResponseHeadersStrictTransportSecurity
                {
                    AccessControlMaxAge = Duration.Days(365),
                    Override = true,
                },
            },
        });
        var readers = new CfnDistribution(this, "Readers", new CfnDistributionProps
        {
            DistributionConfig = new CfnDistribution.DistributionConfigProperty
            {
                Comment = $"Status page of {deployment.Names.Prefix}",
                Enabled = true,
                HttpVersion = "http2",
                DefaultRootObject = "index.html",
                PriceClass = "PriceClass_100",
                Origins = new[]
                {
                    new CfnDistribution.OriginProperty
                    {
                        Id = "page",
                        DomainName = bucket.BucketRegionalDomainName,
                        OriginPath = "/site",
                        OriginAccessControlId = control.AttrId,
                        S3OriginConfig = new CfnDistribution.S3OriginConfigProperty { OriginAccessIdentity = "" },
                    },
                },
                DefaultCacheBehavior = new CfnDistribution.DefaultCacheBehaviorProperty
                {
                    TargetOriginId = "page",
                    ViewerProtocolPolicy = "redirect-to-https",
                    AllowedMethods = ["GET", "HEAD"],
                    CachedMethods = ["GET", "HEAD"],
                    Compress = true,
                    CachePolicyId = CachePolicy.CACHING_OPTIMIZED.CachePolicyId,
                    ResponseHeadersPolicyId = headers.ResponseHeadersPolicyId,
                },
            },
        });
        bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Principals = [new ServicePrincipal("cloudfront.amazonaws.com")],
            Actions = ["s3:GetObject"],
            Resources = [bucket.ArnForObjects("site/*")],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object>
                {
                    ["AWS:SourceArn"] = $"arn:{Partition}:cloudfront::{Account}:distribution/{readers.Ref}",
                },
            },
        }));
        _ = new CfnOutput(this, "StatusAddress", new CfnOutputProps
        {
            Value = $"https://{readers.AttrDomainName}/",
            Description = "The status page.",
        });
    }
}
