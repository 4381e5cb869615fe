using Amazon.CDK;
using Amazon.CDK.AWS.Athena;
using Amazon.CDK.AWS.Glue;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using ContactCenter.Core.Learning.Trails;
using ContactCenter.Infra.Constructs.Buckets;

namespace ContactCenter.Infra.Constructs.Trails;

/// <summary>
/// The trail as a table of Athena, with questions that are asked in the first hour of an investigation. Nothing of it runs by itself: it
/// costs what a question scans, and a question scans at most <see cref="MaximumScan"/>. Nobody may ask but who is given the policy.
/// </summary>
internal sealed class TrailTable
{
    /// <summary>Bytes that a question scans at most: at five dollars for a terabyte, five cents.</summary>
    private const double MaximumScan = 10e9;

    /// <summary>Answers are copies of the trail: they are deleted after so many days.</summary>
    private const int AnswerDays = 30;

    /// <summary>Regions that are on in every account (AWS account management guide); CloudTrail has a folder for each.</summary>
    private static readonly string[] Regions =
    [
        "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1",
        "ap-southeast-1", "ap-southeast-2", "ca-central-1", "eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3", "sa-east-1",
    ];

    /// <summary>Columns of CloudTrail's records that questions are about (Athena user guide, "Query CloudTrail logs").</summary>
    private static readonly (string Name, string Type)[] Columns =
    [
        ("eventversion", "string"),
        ("useridentity", "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,"
            + "username:string,sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,"
            + "sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>>>"),
        ("eventtime", "string"), ("eventsource", "string"), ("eventname", "string"), ("awsregion", "string"),
        ("sourceipaddress", "string"), ("useragent", "string"), ("errorcode", "string"), ("errormessage", "string"),
        ("requestparameters", "string"), ("responseelements", "string"), ("additionaleventdata", "string"), ("requestid", "string"),
        ("eventid", "string"), ("readonly", "string"),
        ("resources", "array<struct<arn:string,accountid:string,type:string>>"), ("eventtype", "string"), ("recipientaccountid", "string"),
        ("sharedeventid", "string"),
    ];

    private readonly ContactCenterStack _stack;

    /// <summary>Adds table, workgroup, questions, and the policy of who asks.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="records">The bucket of the trail.</param>
    public TrailTable(ContactCenterStack stack, Bucket records)
    {
        _stack = stack;
        var answers = PrivateBucket.Add(stack, "Answers", key: null,
        [
            new LifecycleRule { Expiration = Duration.Days(AnswerDays), AbortIncompleteMultipartUploadAfter = Duration.Days(7) },
        ]);
        var group = new CfnWorkGroup(stack, "TrailGroup", new CfnWorkGroupProps
        {
            Name = stack.Named("trail"),
            Description = "Questions about the trail.",

            // one that was ever asked is not empty, and could not be deleted
            RecursiveDeleteOption = true,
            WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty
            {
                EnforceWorkGroupConfiguration = true,
                PublishCloudWatchMetricsEnabled = true,
                BytesScannedCutoffPerQuery = MaximumScan,
                ResultConfiguration = new CfnWorkGroup.ResultConfigurationProperty
                {
                    OutputLocation = $"s3://{answers.BucketName}/",
                    EncryptionConfiguration = new CfnWorkGroup.EncryptionConfigurationProperty { EncryptionOption = "SSE_S3" },
                },
            },
        });
        var (database, table) = AddTable(records);
        AddQuestions(group, database, table);
        AddPolicy(group, database, records, answers);
    }

    /// <summary>Names of Glue have no dashes.</summary>
    private string DatabaseName => _stack.Named("trail").Replace('-', '_');

    private (CfnDatabase Database, CfnTable Table) AddTable(Bucket records)
    {
        var database = new CfnDatabase(_stack, "TrailDatabase", new CfnDatabaseProps
        {
            CatalogId = _stack.Account,
            DatabaseInput = new CfnDatabase.DatabaseInputProperty { Name = DatabaseName, Description = "The trail of the account." },
        });
        var place = $"s3://{records.BucketName}/{TrailPlaces.Calls(_stack.Account)}";
        var configuration = _stack.Deployment.Configuration;
        var regions = Regions.Append(configuration.Instance.Region).Append(configuration.StandbyRegion).OfType<string>().Distinct();
        var table = new CfnTable(_stack, "TrailTable", new CfnTableProps
        {
            CatalogId = _stack.Account,
            DatabaseName = DatabaseName,
            TableInput = new CfnTable.TableInputProperty
            {
                Name = "calls",
                Description = "What CloudTrail has recorded, by Region and day.",
                TableType = "EXTERNAL_TABLE",
                PartitionKeys = new[]
                {
                    new CfnTable.ColumnProperty { Name = "region", Type = "string" },
                    new CfnTable.ColumnProperty { Name = "day", Type = "string" },
                },
                Parameters = new Dictionary<string, object>
                {
                    ["EXTERNAL"] = "TRUE",
                    ["projection.enabled"] = "true",
                    ["projection.region.type"] = "enum",
                    ["projection.region.values"] = string.Join(',', regions),
                    ["projection.day.type"] = "date",
                    ["projection.day.format"] = "yyyy/MM/dd",
                    ["projection.day.range"] = $"NOW-{configuration.Audit.RetentionDays}DAYS,NOW",
                    ["projection.day.interval"] = "1",
                    ["projection.day.interval.unit"] = "DAYS",
                    ["storage.location.template"] = $"{place}${{region}}/${{day}}",
                },
                StorageDescriptor = new CfnTable.StorageDescriptorProperty
                {
                    Location = place,
                    InputFormat = "com.amazon.emr.cloudtrail.CloudTrailInputFormat",
                    OutputFormat = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
                    SerdeInfo = new CfnTable.SerdeInfoProperty { SerializationLibrary = "org.apache.hive.hcatalog.data.JsonSerDe" },
                    Columns = Columns
                        .Select(static column => new CfnTable.ColumnProperty { Name = column.Name, Type = column.Type })
                        .ToArray(),
                },
            },
        });
        table.AddDependency(database);
        return (database, table);
    }

    private void AddQuestions(CfnWorkGroup group, CfnDatabase database, CfnTable table)
    {
        const string columns =
            "eventtime, useridentity.arn AS who, sourceipaddress, awsregion, eventsource, eventname, errorcode, requestparameters";
        foreach (var (id, name, description, where) in new[]
        {
            ("Thing", "what-was-done-to-a-thing", "Everything that was done to one thing: put its name or id in.",
                "requestparameters LIKE '%NAME%'"),
            ("Person", "what-somebody-did", "Everything that one person or role did: put a part of the ARN in.",
                "useridentity.arn LIKE '%NAME%'"),
            ("Refused", "what-was-refused", "What was refused, which is what somebody tries who may not.",
                "errorcode IN ('AccessDenied', 'AccessDeniedException', 'Client.UnauthorizedOperation', 'UnauthorizedOperation')"),
            ("Connect", "what-changed-in-amazon-connect", "Changes of flows, queues, hours, users and numbers.",
                "eventsource = 'connect.amazonaws.com' AND readonly = 'false'"),
            ("Access", "who-was-given-access", "Changes of rights, keys and users, and sign-ins to the console.",
                "eventsource IN ('iam.amazonaws.com', 'signin.amazonaws.com', 'cognito-idp.amazonaws.com') AND readonly = 'false'"),
        })
        {
            var question = new CfnNamedQuery(_stack, $"Question{id}", new CfnNamedQueryProps
            {
                Name = name,
                Description = description,
                Database = DatabaseName,
                WorkGroup = group.Name,
                QueryString = $"""
                    -- a day as yyyy/MM/dd; without region and day everything that is kept is scanned
                    SELECT {columns}
                    FROM calls
                    WHERE day BETWEEN date_format(current_date - interval '1' day, '%Y/%m/%d') AND date_format(current_date, '%Y/%m/%d')
                      AND {where}
                    ORDER BY eventtime DESC
                    LIMIT 1000
                    """,
            });
            question.AddDependency(group);
            question.AddDependency(database);
            question.AddDependency(table);
        }
    }

    /// <summary>What who asks needs, and no more; nobody has it before somebody attaches it.</summary>
    private void AddPolicy(CfnWorkGroup group, CfnDatabase database, Bucket records, Bucket answers)
    {
        string Arn(string service, string resource) => $"arn:{_stack.Partition}:{service}:{_stack.Region}:{_stack.Account}:{resource}";
        PolicyStatement Statement(string[] actions, params string[] resources) =>
            new(new PolicyStatementProps { Actions = actions, Resources = resources });
        var policy = new ManagedPolicy(_stack, "TrailQuestions", new ManagedPolicyProps
        {
            ManagedPolicyName = _stack.Named("trail-questions"),
            Description = "Asks the trail through Athena, and changes nothing.",
            Statements =
            [
                Statement(
                    [
                        "athena:StartQueryExecution", "athena:StopQueryExecution", "athena:GetQueryExecution", "athena:GetQueryResults",
                        "athena:GetWorkGroup", "athena:ListNamedQueries", "athena:GetNamedQuery", "athena:ListQueryExecutions",
                    ],
                    Arn("athena", $"workgroup/{group.Name}")),
                Statement(
                    ["glue:GetDatabase", "glue:GetTable", "glue:GetTables", "glue:GetPartition", "glue:GetPartitions"],
                    Arn("glue", "catalog"), Arn("glue", $"database/{DatabaseName}"), Arn("glue", $"table/{DatabaseName}/calls")),
                Statement(["s3:GetBucketLocation", "s3:ListBucket"], records.BucketArn, answers.BucketArn),
                Statement(["s3:GetObject"], records.ArnForObjects($"{TrailPlaces.Calls(_stack.Account)}*"), answers.ArnForObjects("*")),
                Statement(["s3:PutObject", "s3:AbortMultipartUpload"], answers.ArnForObjects("*")),
            ],
        });
        policy.Node.AddDependency(database);
        _ = new CfnOutput(
            _stack,
            "TrailPolicy",
            new CfnOutputProps
            {
                Value = policy.ManagedPolicyArn,
                Description = "Attach it to who may ask the trail through Athena, in the workgroup of the deployment's name and trail.",
            });
    }
}
