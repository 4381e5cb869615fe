using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SecretsManager;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;
using ContactCenter.Infra.Constructs.Buckets;

namespace ContactCenter.Infra.Stacks;

/// <summary>From an alarm to the people: the table, triage, delivery, the clock, the topics of audiences and the API for answers.</summary>
internal sealed class IncidentsStack : ContactCenterStack
{
    /// <summary>Adds the stack.</summary>
    /// <param name="scope">The application.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="key">Encrypts the table, the topics and the key of links.</param>
    /// <param name="alarms">What triage listens to.</param>
    /// <param name="place">Where, unless at home.</param>
    public IncidentsStack(Construct scope, Deployment deployment, IKey key, ITopic alarms, StandbyPlace? place = null)
        : base(scope, deployment, "incidents", "Incidents: triage, escalation, delivery to people, and their answers.", place)
    {
        Table = new IncidentTable(this, key);
        Remediation = new GuardedTopic(this, "Remediation", deployment.Names.RemediationTopic, key);
        var links = new Secret(this, "LinkKeys", new SecretProps
        {
            SecretName = Named("links"),
            Description = "Signs the links in messages. To change it, move the value of \"current\" to \"previous\" for three days.",
            EncryptionKey = key,
            GenerateSecretString = new SecretStringGenerator
            {
                SecretStringTemplate = "{}",
                GenerateStringKey = "current",
                PasswordLength = 64,
                ExcludePunctuation = true,
            },
        });
        LinkKeys = links.SecretArn;
        Audiences = new AudienceTopics(this, key);

        // a name leads to one Region; the other answers by the name that API Gateway gives there
        var answers = new AnswerApi(this, Table, links.SecretArn, place is null ? deployment.Configuration.Answers.Domain : null);
        var tasks = place is null && deployment.Configuration.Flows is not null ? new IncidentTask(this) : null;
        TaskFlowId = tasks?.FlowId;
        var calls = place is null && deployment.Configuration.Calls is { } settings ? new CallOut(this, Table, settings) : null;
        ThresholdKeeper = new EffectDelivery(this, Table, Audiences, Remediation, (answers.LinkBase, links.SecretArn), TaskFlowId, calls)
            .ThresholdKeeper;
        Reach = place is null && !deployment.Configuration.Shadow
            ? new PeopleReach(this, Table, Audiences, alarms, key, TaskFlowId).Topic
            : null;
        AddTriage(alarms);
        _ = new IncidentHistory(this, Table);
        if (place is null && deployment.Configuration.Reports is { } reports)
        {
            _ = new WrittenReports(this, Table, Audiences, key, reports);
        }

        _ = new CfnOutput(
            this, "AnswerAddress", new CfnOutputProps { Value = answers.LinkBase, Description = "Below it signed links are answered." });
        _ = new CfnOutput(this, "IncidentsTable", new CfnOutputProps { Value = Table.TableName, Description = "The table of incidents." });
        _ = new CfnOutput(this, "SendTestIncident", new CfnOutputProps
        {
            Value =
                $"aws sns publish --region {Region} --topic-arn arn:{Partition}:sns:{Region}:{Account}:{deployment.Names.AlarmTopic} "
                    + "--message \"This is a test: please acknowledge it.\"",
            Description = "Opens an incident of severity P3 and tells its audience.",
        });
    }

    /// <summary>The table of incidents.</summary>
    public IncidentTable Table { get; }

    /// <summary>ARN of the secret with the keys of links, which sign tokens of the API too.</summary>
    public string LinkKeys { get; }

    /// <summary>The role that keeps thresholds that people have set at run time.</summary>
    public Role ThresholdKeeper { get; }

    /// <summary>Where repairs are asked for.</summary>
    public Topic Remediation { get; }

    /// <summary>Where tests of people are asked for; null in shadow and in the Region that stands by.</summary>
    public Topic? Reach { get; }

    /// <summary>Topics of the audiences.</summary>
    public AudienceTopics Audiences { get; }

    /// <summary>Id of the flow that takes tasks to the queue that they name; null where no flows are deployed.</summary>
    public string? TaskFlowId { get; }

    private void AddTriage(ITopic alarms)
    {
        var triage = new DeployedFunction(this, SystemFunctions.TriageAlarm);
        Table.AllowDecisions(triage);
        Table.AllowDue(triage);
        _ = alarms.AddSubscription(new LambdaSubscription(
            triage.Lambda, new LambdaSubscriptionProps { DeadLetterQueue = triage.DeadLetters }));
    }
}
