using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.EventSources;
using ContactCenter.Core.Deployment;

namespace ContactCenter.Infra.Constructs;

/// <summary>
/// The second reader of the table's stream (two may read one: DynamoDB developer guide, streams): <c>KeepHistory</c>, apart from delivery,
/// so that neither waits for the other. Nobody waits for the history: it gathers changes for ten seconds and tries for hours.
/// </summary>
internal sealed class IncidentHistory
{
    /// <summary>Adds the function.</summary>
    public IncidentHistory(ContactCenterStack stack, IncidentTable table)
    {
        var function = new DeployedFunction(stack, SystemFunctions.KeepHistory);
        table.Allow(function, "GetItem", "Query", "PutItem", "UpdateItem");
        function.Lambda.AddEventSource(new DynamoEventSource(table, new DynamoEventSourceProps
        {
            StartingPosition = StartingPosition.TRIM_HORIZON,
            BatchSize = 100,
            MaxBatchingWindow = Duration.Seconds(10),
            BisectBatchOnError = true,
            ReportBatchItemFailures = true,
            RetryAttempts = 100,
            MaxRecordAge = Duration.Hours(12),
            OnFailure = new SqsDlq(function.DeadLetters!),
            Filters =
            [
                FilterCriteria.Filter(Image(new Dictionary<string, object>
                {
                    [TableLayout.Kind] = new Dictionary<string, object>
                    {
                        ["S"] = FilterRule.Or(TableLayout.CorrelationKind, TableLayout.IncidentKind),
                    },
                })),
                FilterCriteria.Filter(Image(new Dictionary<string, object>
                {
                    [TableLayout.Kind] = new Dictionary<string, object> { ["S"] = FilterRule.IsEqual(TableLayout.EffectKind) },
                    [TableLayout.DoneAt] = new Dictionary<string, object> { ["N"] = Exists },
                })),
            ],
        }));
    }

    /// <summary><see cref="FilterRule.Exists"/>, whose answer cannot be handed back from C#.</summary>
    internal static object[] Exists => [new Dictionary<string, object> { ["exists"] = true }];

    private static Dictionary<string, object> Image(Dictionary<string, object> image) => new()
    {
        ["eventName"] = FilterRule.Or("INSERT", "MODIFY"),
        ["dynamodb"] = new Dictionary<string, object> { ["NewImage"] = image },
    };
}
