using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Kinesis;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.EventSources;
using Constructs;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using Stream = Amazon.CDK.AWS.Kinesis.Stream;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// Calls while they last: the stream of real-time analysis, what reads it, and who joins it with the instance. A stream that the instance
/// has already is read beside its other readers and not touched.
/// </summary>
internal sealed class LiveCalls : Construct
{
    private readonly ContactCenterStack _stack;

    /// <summary>Adds it all.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="settings">Who is told, and the stream that is there already.</param>
    public LiveCalls(ContactCenterStack stack, LiveSentimentSettings settings)
        : base(stack, "LiveCalls")
    {
        _stack = stack;
        var track = AddTracking();
        if (settings.Stream is { } existing)
        {
            Read(track, Stream.FromStreamAttributes(this, "Stream", new StreamAttributes
            {
                StreamArn = existing,
                EncryptionKey = settings.StreamKey is { } key ? Key.FromKeyArn(this, "StreamKey", key) : null,
            }));
            return;
        }

        // AWS's own key: Amazon Connect writes under it without a grant, which it would need for any other
        var stream = new Stream(this, "Stream", new StreamProps
        {
            StreamName = stack.Deployment.Names.SegmentStream,
            StreamMode = StreamMode.PROVISIONED,
            ShardCount = settings.Shards,
            RetentionPeriod = Duration.Hours(24),
            Encryption = StreamEncryption.MANAGED,
            RemovalPolicy = RemovalPolicy.DESTROY,
        });
        Read(track, stream);
        Join(stream);
    }

    /// <summary>It adds to the sentiment of contact and queue, and starts tasks.</summary>
    private DeployedFunction AddTracking()
    {
        var instance = _stack.Deployment.Configuration.Instance.Arn;
        var flow = _stack.Deployment.Incidents.TaskFlowId
            ?? throw new InvalidOperationException("calls are followed without a flow that takes tasks");
        var track = new DeployedFunction(
            _stack,
            SystemFunctions.TrackCalls,
            new DeployedFunctionProps { Environment = new Dictionary<string, string> { ["TASK_FLOW_ID"] = flow } });
        _stack.Deployment.Contacts.Allow(track, "GetItem", "PutItem");
        track.Allow(["connect:StartTaskContact"], $"{instance}/contact/*", $"{instance}/contact-flow/{flow}");
        return track;
    }

    /// <summary>
    /// A record that fails is tried again alone and for ten minutes at most: then the call may be over. What is given up is known by its
    /// number in the dead letters, and nothing that was said is in them.
    /// </summary>
    private static void Read(DeployedFunction track, IStream stream) =>
        track.Lambda.AddEventSource(new KinesisEventSource(stream, new KinesisEventSourceProps
        {
            StartingPosition = StartingPosition.LATEST,
            BatchSize = 100,
            MaxBatchingWindow = Duration.Seconds(1),
            ParallelizationFactor = 4,
            BisectBatchOnError = true,
            ReportBatchItemFailures = true,
            RetryAttempts = 5,
            MaxRecordAge = Duration.Minutes(10),
            OnFailure = new SqsDlq(track.DeadLetters!),
        }));

    /// <summary>
    /// The rights are those of the administrator guide for who associates one stream with one instance ("Restrict which Amazon Kinesis
    /// Data Streams can be associated"): Amazon Connect lets its own role write there, in the name of who asks.
    /// </summary>
    private void Join(Stream stream)
    {
        var instance = _stack.Deployment.Configuration.Instance;
        var join = new DeployedFunction(_stack, SystemFunctions.JoinStream, new DeployedFunctionProps { MaximumAge = Duration.Hours(1) });
        join.Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["connect:AssociateInstanceStorageConfig"],
            Resources = [instance.Arn],
            Conditions = new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object> { ["connect:StorageResourceType"] = SegmentStream.Kinds[0] },
            },
        }));
        join.Allow(["connect:DisassociateInstanceStorageConfig", "connect:ListInstanceStorageConfigs"], instance.Arn);
        join.Allow(["kinesis:DescribeStream"], stream.StreamArn);
        join.Allow(
            ["iam:PutRolePolicy"],
            $"arn:{instance.Partition}:iam::{instance.AccountId}:role/aws-service-role/connect.amazonaws.com/AWSServiceRoleForAmazonConnect*");
        var joined = new CustomResource(this, "Joined", new CustomResourceProps
        {
            ServiceToken = join.Lambda.FunctionArn,
            ResourceType = "Custom::SegmentStream",
            Properties = new Dictionary<string, object> { ["Stream"] = stream.StreamArn },
        });
        joined.Node.AddDependency(join.Role);
    }
}
