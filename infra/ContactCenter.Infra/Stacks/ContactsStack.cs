using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.S3;
using Constructs;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;
using ContactCenter.Infra.Constructs.Buckets;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;
using Schedule = ContactCenter.Infra.Constructs.Schedule;

namespace ContactCenter.Infra.Stacks;

/// <summary>What is learned from contacts, and the functions that contact flows call.</summary>
internal sealed class ContactsStack : ContactCenterStack
{
    /// <summary>What keys of the classifier's objects begin with.</summary>
    private const string ModelPrefix = "classifier/";

    /// <summary>What keys of the articles begin with that people edit.</summary>
    private const string ArticlePrefix = "knowledge/";

    /// <summary>Where the collector keeps what it has learned of what is usual.</summary>
    private const string AnomalyPrefix = "anomalies/";

    private readonly Table _table;
    private readonly Bucket _models;

    /// <summary>Adds the stack.</summary>
    public ContactsStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "contacts", "The functions that contact flows call, and what is learned from contacts.")
    {
        _table = new Table(this, "Contacts", new TableProps
        {
            TableName = deployment.Names.ContactsTable,
            PartitionKey = new Attribute { Name = TableLayout.PartitionKey, Type = AttributeType.STRING },
            SortKey = new Attribute { Name = TableLayout.SortKey, Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
            TimeToLiveAttribute = TableLayout.ExpiresAt,
            PointInTimeRecovery = true,
            Encryption = TableEncryption.CUSTOMER_MANAGED,
            EncryptionKey = deployment.Monitoring.Key,
            DeletionProtection = true,
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        });
        _models = PrivateBucket.Add(
            this,
            "Models",
            deployment.Monitoring.Key,
            [
                new LifecycleRule
                {
                    NoncurrentVersionExpiration = Duration.Days(90),
                    AbortIncompleteMultipartUploadAfter = Duration.Days(7)
                },

                // written every ten minutes, and worth nothing once there is a later one
                .. deployment.Configuration.Monitoring.Anomalies == AnomalyMode.Off
                    ? Array.Empty<LifecycleRule>()
                    : [new LifecycleRule { Prefix = AnomalyPrefix, NoncurrentVersionExpiration = Duration.Days(1) }],
            ],
            static bucket => bucket.Versioned = true);
        var classify = Add(
            SystemFunctions.ClassifyContact,
            deployment.Configuration.Routing.LearnsComplexity ? ["UpdateItem", "GetItem"] : ["UpdateItem"],
            ["GetObject"]);
        if (deployment.Configuration.Topics.KeepUnsure)
        {
            classify.AllowItems(_table.TableArn, ["PutItem"], "unsure");
        }

        var correct = Add(SystemFunctions.RecordCorrection, ["PutItem"], ["GetObject"]);
        var retrain = Add(
            SystemFunctions.RetrainClassifier,
            deployment.Configuration.Topics.Next ? ["Query", "PutItem"] : ["Query"],
            ["GetObject", "PutObject", "DeleteObject"]);
        classify.AddEncoder();
        retrain.AddEncoder();
        retrain.Lambda.AddEnvironment("INCIDENTS_TABLE", deployment.Incidents.Table.TableName);
        deployment.Incidents.Table.AllowSettings(retrain);
        _ = new Schedule(this, retrain, "cron(0 3 * * ? *)");
        Hooks = [classify, correct];
        if (deployment.Configuration.SelfService.Editing)
        {
            AddArticles();
        }

        _ = new CfnOutput(
            this,
            "ModelsBucket",
            new CfnOutputProps { Value = _models.BucketName, Description = "Models, training texts (classifier/texts.csv) and reports." });
    }

    /// <summary>The functions that contact flows call.</summary>
    public IReadOnlyList<DeployedFunction> Hooks { get; }

    /// <summary>The table of what is learned from contacts.</summary>
    public ITable Table => _table;

    /// <summary>Tells a function the table, and lets it do named things there, writing among them.</summary>
    /// <param name="function">The function.</param>
    /// <param name="actions">Actions of DynamoDB, without their prefix.</param>
    public void Allow(DeployedFunction function, params string[] actions)
    {
        function.Allow([.. actions.Select(action => $"dynamodb:{action}")], _table.TableArn);
        function.Lambda.AddEnvironment("CONTACTS_TABLE", _table.TableName);
        Deployment.Monitoring.Key.GrantEncryptDecrypt(function.Role);
    }

    /// <summary>Tells a function where models are, and lets it do named things with them.</summary>
    /// <param name="function">The function; it has the rights on the key already.</param>
    /// <param name="actions">Actions of S3, without their prefix.</param>
    public void AllowModels(DeployedFunction function, params string[] actions)
    {
        function.Lambda.AddEnvironment("MODELS_BUCKET", _models.BucketName);
        function.AddPackagedModel();

        // without the right to list, what is not there looks like what is refused
        function.Allow(["s3:ListBucket"], _models.BucketArn);
        function.Allow([.. actions.Select(action => $"s3:{action}")], _models.ArnForObjects($"{ModelPrefix}*"));
    }

    /// <summary>Tells a function where articles are that people edit, and lets it do named things with them.</summary>
    /// <param name="function">The function.</param>
    /// <param name="reads">What it reads below <see cref="ArticlePrefix"/>.</param>
    /// <param name="writes">What it writes there.</param>
    public void AllowArticles(DeployedFunction function, string[] reads, string[] writes)
    {
        function.Lambda.AddEnvironment("KNOWLEDGE_BUCKET", _models.BucketName);

        // without the right to list, what is not there looks like what is refused
        function.Allow(["s3:ListBucket"], _models.BucketArn);
        function.Allow(["s3:GetObject"], [.. reads.Select(key => _models.ArnForObjects($"{ArticlePrefix}{key}"))]);
        if (writes.Length == 0)
        {
            Deployment.Monitoring.Key.GrantDecrypt(function.Role);
            return;
        }

        function.Allow(["s3:PutObject"], [.. writes.Select(key => _models.ArnForObjects($"{ArticlePrefix}{key}"))]);
        Deployment.Monitoring.Key.GrantEncryptDecrypt(function.Role);
    }

    /// <summary>
    /// The bucket itself says that articles were written, so that a publication is built also when whoever wrote it died at once. The
    /// construct would do that by a function of its own with rights on every bucket; CloudFormation can do it by itself.
    /// </summary>
    private void AddArticles()
    {
        ((CfnBucket)_models.Node.DefaultChild!).AddPropertyOverride(
            "NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
        var build = new DeployedFunction(
            this, SystemFunctions.BuildKnowledge, new DeployedFunctionProps { MaximumAge = Duration.Hours(1) });
        AllowArticles(build, ["book.json", "built.json"], ["built.json", "bases/*"]);
        build.AddEncoder();
        _ = new Rule(this, "Articles", new RuleProps
        {
            RuleName = Deployment.Names.ArticlesRule,
            Description = "Articles were edited or published, for the base that answers customers.",
            EventPattern = new EventPattern
            {
                Source = ["aws.s3"],
                DetailType = ["Object Created"],
                Detail = new Dictionary<string, object>
                {
                    ["bucket"] = new Dictionary<string, object> { ["name"] = new[] { _models.BucketName } },
                    ["object"] = new Dictionary<string, object> { ["key"] = new[] { $"{ArticlePrefix}book.json" } },
                },
            },
            Targets =
            [
                new LambdaFunction(
                    build.Lambda,
                    new LambdaFunctionProps { DeadLetterQueue = build.DeadLetters, RetryAttempts = 5, MaxEventAge = Duration.Hours(1) }),
            ],
        });
    }

    /// <summary>Tells a function where to keep what it has learned of what is usual, and lets it read and write it.</summary>
    /// <param name="function">The function; it has the rights on the key already.</param>
    public void AllowAnomalies(DeployedFunction function)
    {
        function.Lambda.AddEnvironment("MODELS_BUCKET", _models.BucketName);

        // without the right to list, what is not there looks like what is refused
        function.Allow(["s3:ListBucket"], _models.BucketArn);
        function.Allow(["s3:GetObject", "s3:PutObject"], _models.ArnForObjects($"{AnomalyPrefix}*"));
    }

    /// <summary>A second attempt at a retraining would only take its time again, so there is none.</summary>
    private DeployedFunction Add(SystemFunction function, string[] onTable, string[] onModels)
    {
        var added = new DeployedFunction(this, function, new DeployedFunctionProps { Retries = 0 });
        Allow(added, onTable);
        AllowModels(added, onModels);
        return added;
    }
}
