using System.Globalization;
using Amazon.CDK;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Constructs.Buckets;

/// <summary>
/// The function that writes reports, once a day if there is one to write, and the bucket in which they are kept until their retention is
/// over. It reads the memory, notes who has got which report, and sends e-mail to those who get them.
/// </summary>
internal sealed class WrittenReports
{
    /// <summary>Adds the bucket and the function.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="table">The memory.</param>
    /// <param name="audiences">Where e-mail goes.</param>
    /// <param name="key">Encrypts the bucket and the topics.</param>
    /// <param name="settings">Who gets reports, and when.</param>
    public WrittenReports(ContactCenterStack stack, IncidentTable table, AudienceTopics audiences, IKey key, ReportSettings settings)
    {
        var bucket = PrivateBucket.Add(stack, "Reports", key,
        [
            new LifecycleRule
            {
                Expiration = Duration.Days(stack.Deployment.Configuration.Retention.ReportDays),
                AbortIncompleteMultipartUploadAfter = Duration.Days(7),
            },
        ]);
        var function = new DeployedFunction(stack, SystemFunctions.WriteReport, new DeployedFunctionProps
        {
            Environment = new Dictionary<string, string>
            {
                ["AUDIENCE_TOPICS"] = stack.ToJsonString(audiences.Arns.Where(audience => settings.To.Contains(audience.Key))
                    .ToDictionary(static audience => audience.Key, static audience => audience.Value)),
                ["REPORTS_BUCKET"] = bucket.BucketName,
                ["CONTACTS_TABLE"] = stack.Deployment.Names.ContactsTable,
            },
        });
        table.Allow(function, "GetItem", "Query");
        table.AllowNotes(function, "report-*");

        // a table of a later stack, so by its name
        var contacts = stack.FormatArn(new ArnComponents
        {
            Service = "dynamodb",
            Resource = "table",
            ResourceName = stack.Deployment.Names.ContactsTable,
        });
        function.AllowItems(contacts, ["Query"], "topics", "surveys");
        function.AllowItems(contacts, ["BatchGetItem"], "contact/*");

        // what self-service counted and what metrics of alarms were; CloudWatch knows no resource for it
        function.Allow(["cloudwatch:GetMetricData"], "*");
        if (stack.Deployment.Configuration.Contacts.IsWatched)
        {
            function.AllowItems(contacts, ["Query"], "promises/days");
        }

        function.Allow(
            ["sns:Publish"],
            [
                .. audiences.Arns.Where(audience => settings.To.Contains(audience.Key)).Select(static audience => audience.Value),
            ]);

        // what it cannot read itself, no link that it signs opens
        function.Allow(["s3:PutObject", "s3:GetObject"], bucket.ArnForObjects("week/*"), bucket.ArnForObjects("month/*"));
        key.Grant(function.Role, "kms:Decrypt", "kms:GenerateDataKey*");
        _ = new Schedule(
            stack, function, string.Create(CultureInfo.InvariantCulture, $"cron({settings.At.Minute} {settings.At.Hour} * * ? *)"));
        _ = new CfnOutput(
            stack, "ReportsBucket", new CfnOutputProps { Value = bucket.BucketName, Description = "Reports of weeks and months." });
    }
}
