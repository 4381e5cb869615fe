using Amazon.CDK;
using Amazon.CDK.AWS.CloudTrail;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Infra.Constructs;
using ContactCenter.Infra.Constructs.Buckets;
using ContactCenter.Infra.Constructs.Trails;
using LogGroupProps = Amazon.CDK.AWS.Logs.LogGroupProps;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// Who changed what: a trail that nobody can change, changes for the timelines of incidents, and a metric of each change that must never
/// happen quietly.
/// </summary>
internal sealed class AuditStack : ContactCenterStack
{
    /// <summary>Services whose changes explain incidents; <c>CloudTrailReader</c> reads them.</summary>
    private static readonly string[] Services = ["connect", "lambda", "lex", "models-v2-lex", "dynamodb"];

    /// <summary>Adds the stack.</summary>
    public AuditStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "audit", "Who changed what: trail, changes for timelines, and what must never happen quietly.")
    {
        AddChanges();
        if (deployment.Configuration.Audit.Trail)
        {
            var name = $"/aws/cloudtrail/{Named("trail")}";
            var log = new LogGroup(this, "TrailLog", new LogGroupProps
            {
                LogGroupName = name,
                Retention = RetentionDays.THREE_MONTHS,
                RemovalPolicy = RemovalPolicy.DESTROY,
            });
            AddTrail(log);
            _ = new NeverQuietly(this, log, name);
            if (deployment.Configuration.Audit.IsAsked)
            {
                _ = new TrailTable(this, Records!);
            }
        }
    }

    /// <summary>The bucket of the trail; null where there is none of its own.</summary>
    public Bucket? Records { get; private set; }

    /// <summary>A change is of use for an hour: so long it may explain an incident.</summary>
    private void AddChanges()
    {
        var record = new DeployedFunction(this, SystemFunctions.RecordChange, new DeployedFunctionProps { MaximumAge = Duration.Hours(1) });
        Deployment.Incidents.Table.Allow(record, "PutItem");
        _ = new Rule(this, "Changes", new RuleProps
        {
            RuleName = Deployment.Names.ChangesRule,
            Description = "Changes of what the contact center stands on, for the timelines of incidents.",
            EventPattern = new EventPattern
            {
                Source = [.. Services.Select(service => $"aws.{service.Split('-')[^1]}").Distinct()],
                DetailType = ["AWS API Call via CloudTrail"],
                Detail = new Dictionary<string, object>
                {
                    ["eventSource"] = Services.Select(service => $"{service}.amazonaws.com").ToArray(),
                    ["readOnly"] = new object[] { false },
                    ["eventName"] = CloudTrailReader.Verbs.Select(verb => new Dictionary<string, object> { ["prefix"] = verb }).ToArray(),
                },
            },
            Targets =
            [
                new LambdaFunction(record.Lambda, new LambdaFunctionProps
                {
                    DeadLetterQueue = record.DeadLetters,
                    RetryAttempts = 5,
                    MaxEventAge = Duration.Hours(1),
                }),
            ],
        });
    }

    /// <summary>
    /// The bucket is encrypted by S3 itself: a trail must not stand on a key that somebody can disable, and what it records least of all.
    /// </summary>
    private void AddTrail(LogGroup log)
    {
        var audit = Deployment.Configuration.Audit;
        var bucket = PrivateBucket.Add(
            this,
            "Records",
            key: null,
            [
                new LifecycleRule
                {
                    Transitions =
                    [
                        new Transition { StorageClass = StorageClass.GLACIER, TransitionAfter = Duration.Days(audit.ColdAfterDays) }
                    ],
                    Expiration = Duration.Days(audit.RetentionDays + 1),
                    NoncurrentVersionExpiration = Duration.Days(1),
                },
            ],
            bucket =>
            {
                bucket.Versioned = true;
                bucket.ObjectLockDefaultRetention = ObjectLockRetention.Compliance(Duration.Days(audit.RetentionDays));
            });
        Records = bucket;
        ExportAlways(bucket);
        AllowOnlyThisTrail(bucket);
        var trail = new Trail(this, "Trail", new TrailProps
        {
            TrailName = Named("trail"),
            Bucket = bucket,
            EnableFileValidation = true,
            IncludeGlobalServiceEvents = true,
            IsMultiRegionTrail = true,
            ManagementEvents = ReadWriteType.WRITE_ONLY,
            SendToCloudWatchLogs = true,
            CloudWatchLogGroup = log,
        });
        AllowOnlyThisTrail((CfnRole)trail.Node.FindChild("LogsRole").Node.DefaultChild!);
        _ = new CfnOutput(
            this,
            "AuditBucket",
            new CfnOutputProps
            {
                Value = bucket.BucketName,
                Description = "Records of the trail; aws cloudtrail validate-logs proves that they are whole."
            });
    }

    /// <summary>
    /// This stack is deployed before that of the API: an export that goes with <c>audit.query</c> would be taken away while the API still
    /// imports it, which CloudFormation refuses.
    /// </summary>
    private void ExportAlways(Bucket bucket)
    {
        ExportValue(bucket.BucketName);
        ExportValue(bucket.BucketArn);
    }

    private string TrailArn => $"arn:{Partition}:cloudtrail:{Region}:{Account}:trail/{Named("trail")}";

    /// <summary>Nor must somebody else's trail write into this log by its role.</summary>
    private void AllowOnlyThisTrail(CfnRole role) => role.AddPropertyOverride(
        "AssumeRolePolicyDocument.Statement.0.Condition",
        new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = Account, ["aws:SourceArn"] = TrailArn },
        });

    /// <summary>
    /// The library lets CloudTrail in for whatever trail; somebody else's must not write into this bucket (the confused deputy).
    /// </summary>
    private void AllowOnlyThisTrail(Bucket bucket)
    {
        Refuse("OnlyOfThisAccount", "aws:SourceAccount", Account);
        Refuse("OnlyOfThisTrail", "aws:SourceArn", TrailArn);

        void Refuse(string id, string condition, string unless) => bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = id,
            Effect = Effect.DENY,
            Principals = [new ServicePrincipal("cloudtrail.amazonaws.com")],
            Actions = ["s3:GetBucketAcl", "s3:PutObject"],
            Resources = [bucket.BucketArn, bucket.ArnForObjects("*")],
            Conditions = new Dictionary<string, object> { ["StringNotEquals"] = new Dictionary<string, object> { [condition] = unless } },
        }));
    }
}
