using Amazon.CDK;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using ContactCenter.Core.Common;
using ContactCenter.Core.Deployment;
using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

namespace ContactCenter.Infra.Constructs;

/// <summary>The table of incidents, as docs/design/incident-store.md describes it.</summary>
internal sealed class IncidentTable : Table
{
    /// <summary>Adds the table; it outlives the stack, and nobody deletes it by mistake.</summary>
    public IncidentTable(ContactCenterStack stack, IKey key)
        : base(stack, "Incidents", new TableProps
        {
            TableName = stack.Deployment.Names.IncidentsTable,
            PartitionKey = new Attribute { Name = TableLayout.PartitionKey, Type = AttributeType.STRING },
            SortKey = new Attribute { Name = TableLayout.SortKey, Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
            Stream = StreamViewType.NEW_IMAGE,
            TimeToLiveAttribute = TableLayout.ExpiresAt,
            PointInTimeRecovery = true,
            Encryption = TableEncryption.CUSTOMER_MANAGED,
            EncryptionKey = key,
            DeletionProtection = true,
            RemovalPolicy = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        }) =>
        AddGlobalSecondaryIndex(new GlobalSecondaryIndexProps
        {
            IndexName = TableLayout.DueIndex,
            PartitionKey = new Attribute { Name = TableLayout.DueIn, Type = AttributeType.STRING },
            SortKey = new Attribute { Name = TableLayout.NextDueAt, Type = AttributeType.NUMBER },
            ProjectionType = ProjectionType.INCLUDE,
            NonKeyAttributes = [TableLayout.Id],
        });

    /// <summary>
    /// Lets a function load and commit decisions about incidents, and what else it does in the table. What cannot be read is begun anew
    /// with the number of the newest timeline, so it may ask for the items of a correlation.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="more">Actions beyond those of a decision, such as <c>Query</c> of whatever is in the table.</param>
    public void AllowDecisions(DeployedFunction function, params string[] more)
    {
        Allow(function, ["BatchGetItem", "GetItem", "PutItem", .. more]);
        if (!more.Contains("Query"))
        {
            function.AllowItems(TableArn, ["Query"], TableLayout.SettingsPartition, Codes);
        }
    }

    /// <summary>Lets a function find an incident that it is told, commit what people do about it, and do more in the table.</summary>
    /// <param name="function">The function.</param>
    /// <param name="more">Actions beyond those.</param>
    public void AllowActs(DeployedFunction function, params string[] more)
    {
        Allow(function, ["GetItem", "PutItem", .. more]);
        AllowSettings(function);
    }

    /// <summary>Partitions of correlations, as IAM writes names of so many letters: those of anything else are longer or shorter.</summary>
    private static string Codes { get; } = new('?', Fingerprint.Length);

    /// <summary>Lets a function read what people have decided at run time, and nothing else that it could not read before.</summary>
    public void AllowSettings(DeployedFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        function.Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["dynamodb:Query"],
            Resources = [TableArn],
            Conditions = new Dictionary<string, object>
            {
                ["ForAllValues:StringEquals"] = new Dictionary<string, object>
                {
                    ["dynamodb:LeadingKeys"] = new[] { TableLayout.SettingsPartition },
                },
            },
        }));
    }

    /// <summary>Lets a function read the newest version of each review.</summary>
    public void AllowReviews(DeployedFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        function.Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["dynamodb:Query"],
            Resources = [TableArn],
            Conditions = new Dictionary<string, object>
            {
                ["ForAllValues:StringEquals"] = new Dictionary<string, object>
                {
                    ["dynamodb:LeadingKeys"] = new[] { TableLayout.ReviewsPartition },
                },
            },
        }));
    }

    /// <summary>Lets a function keep the numbers of the center, and see nothing of incidents.</summary>
    /// <param name="function">The function.</param>
    public void AllowNumbers(DeployedFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        function.Lambda.AddEnvironment("INCIDENTS_TABLE", TableName);
        function.AllowItems(TableArn, ["GetItem", "Query", "UpdateItem"], $"{TableLayout.NumbersPrefix}*");
        EncryptionKey!.GrantEncryptDecrypt(function.Role);
    }

    /// <summary>Lets a function keep one note, and see nothing of incidents.</summary>
    /// <param name="function">The function.</param>
    /// <param name="note">Name of the note, with <c>*</c> for any ending.</param>
    public void AllowNote(DeployedFunction function, string note)
    {
        ArgumentNullException.ThrowIfNull(function);
        function.Lambda.AddEnvironment("INCIDENTS_TABLE", TableName);
        function.Role.AddToPolicy(new PolicyStatement(new PolicyStatementProps
        {
            Actions = ["dynamodb:GetItem", "dynamodb:PutItem"],
            Resources = [TableArn],
            Conditions = new Dictionary<string, object>
            {
                [note.EndsWith('*') ? "ForAllValues:StringLike" : "ForAllValues:StringEquals"] = new Dictionary<string, object>
                {
                    ["dynamodb:LeadingKeys"] = new[] { $"{TableLayout.NotePrefix}{note}" },
                },
            },
        }));
        EncryptionKey!.GrantEncryptDecrypt(function.Role);
    }

    /// <summary>Lets a function that reads the table keep notes, and change nothing else.</summary>
    /// <param name="function">The function.</param>
    /// <param name="notes">Names of the notes, with <c>*</c> for any ending.</param>
    public void AllowNotes(DeployedFunction function, string notes)
    {
        ArgumentNullException.ThrowIfNull(function);
        function.AllowItems(TableArn, ["PutItem"], $"{TableLayout.NotePrefix}{notes}");
        EncryptionKey!.GrantEncryptDecrypt(function.Role);
    }

    /// <summary>Lets a function ask what is due.</summary>
    public void AllowDue(DeployedFunction function) => function.Allow(["dynamodb:Query"], $"{TableArn}/index/{TableLayout.DueIndex}");

    private static bool Reads(string action) => action is "GetItem" or "BatchGetItem" or "Query";

    /// <summary>Tells a function the table, and lets it do named things there.</summary>
    public void Allow(DeployedFunction function, params string[] actions)
    {
        function.Lambda.AddEnvironment("INCIDENTS_TABLE", TableName);
        function.Allow([.. actions.Select(action => $"dynamodb:{action}")], TableArn);
        if (actions.All(Reads))
        {
            EncryptionKey!.GrantDecrypt(function.Role);
        }
        else
        {
            EncryptionKey!.GrantEncryptDecrypt(function.Role);
        }
    }
}
