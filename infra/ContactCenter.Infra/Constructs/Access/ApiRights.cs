using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.S3;
using ContactCenter.Core.Learning.Trails;

namespace ContactCenter.Infra.Constructs.Access;

/// <summary>What the handlers of the API need, whoever asks them: the function of the API, and the console in its own.</summary>
internal static class ApiRights
{
    /// <summary>Lets a function decide about incidents, look at queues, and ask for tests of people.</summary>
    /// <param name="function">The function.</param>
    /// <param name="deployment">The deployment.</param>
    public static void Allow(DeployedFunction function, Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        var incidents = deployment.Incidents;
        incidents.Table.AllowDecisions(function, "Query");
        incidents.Table.AllowDue(function);

        AllowContacts(function, deployment.Contacts.Table);

        // advice on alarms replays their metrics; CloudWatch knows no resource for it
        function.Allow(["cloudwatch:GetMetricData"], "*");
        if (deployment.Configuration.StatusPage is { } page)
        {
            var bucket = deployment.Names.StatusBucket(deployment.Configuration.Instance.AccountId, page.Region);
            AllowPage(function, bucket, incidents.Partition);
        }

        if (deployment.Configuration.Audit.IsAsked && deployment.Audit.Records is { } records)
        {
            AllowTrail(function, records, deployment.Configuration.Instance.AccountId);
        }

        if (deployment.Configuration.SelfService.Editing)
        {
            deployment.Contacts.AllowArticles(function, ["book.json", "acts/*", "built.json"], ["book.json", "acts/*"]);
        }

        if (incidents.Reach is { } reach)
        {
            function.Allow(["sns:Publish"], reach.TopicArn);
            function.Lambda.AddEnvironment("REACH_TOPIC_ARN", reach.TopicArn);
            deployment.Monitoring.Key.Grant(function.Role, "kms:Decrypt", "kms:GenerateDataKey*");
        }
    }

    /// <summary>
    /// It reads how queues are, what contacts are about and what customers said, and takes corrections of what was not sure. The right to
    /// encrypt and decrypt it has from the table of incidents.
    /// </summary>
    private static void AllowContacts(DeployedFunction function, ITable table)
    {
        function.Lambda.AddEnvironment("CONTACTS_TABLE", table.TableName);
        function.AllowItems(table.TableArn, ["GetItem", "Query"], "queues", "topics", "unsure", "surveys");
        function.AllowItems(table.TableArn, ["BatchGetItem"], "contact/*");
        function.AllowItems(table.TableArn, ["PutItem"], "corrections");
        function.AllowItems(table.TableArn, ["DeleteItem"], "unsure");
    }

    /// <summary>It reads what the trail has recorded, and nothing else of its bucket.</summary>
    private static void AllowTrail(DeployedFunction function, Bucket records, string account)
    {
        function.Lambda.AddEnvironment("TRAIL_BUCKET", records.BucketName);
        function.Allow(["s3:ListBucket"], records.BucketArn);
        function.Allow(["s3:GetObject"], records.ArnForObjects($"{TrailPlaces.Calls(account)}*"));
    }

    /// <summary>It reads and writes the record of the page, and writes the page: in a Region of its own, so by its name.</summary>
    private static void AllowPage(DeployedFunction function, string bucket, string partition)
    {
        var arn = $"arn:{partition}:s3:::{bucket}";
        function.Lambda.AddEnvironment("STATUS_BUCKET", bucket);

        // without the right to list, what is not there looks like what is refused
        function.Allow(["s3:ListBucket"], arn);
        function.Allow(["s3:GetObject", "s3:PutObject"], $"{arn}/record.json");
        function.Allow(["s3:PutObject"], $"{arn}/site/*");
    }
}
