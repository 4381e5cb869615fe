using System.Text;
using Amazon;
using Amazon.AWSSupport;
using Amazon.ApplicationAutoScaling;
using Amazon.CloudWatch;
using Amazon.Connect;
using Amazon.ConnectCases;
using Amazon.ConnectParticipant;
using Amazon.DynamoDBv2;
using Amazon.Lambda;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SimpleNotificationService;
using ContactCenter.Aws.Account;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Contacts.NextTopics;
using ContactCenter.Aws.Contacts.Outcomes;
using ContactCenter.Aws.Contacts.Synthetic;
using ContactCenter.Aws.Contacts.Tickets;
using ContactCenter.Aws.Customers;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Incidents.History;
using ContactCenter.Aws.Learning;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Notifications.Status;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Posts;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Learning.Trails;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Notifications.Status;
using ContactCenter.Core.Notifications.Support;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Settings;
using ContactCenter.Core.Validation.Account;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Retraining;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactCenter.Functions;

/// <summary>
/// Where a deployment ends: everything behind which AWS, another system or this process begins. What is registered already stays, so
/// that an embedding says what it has in the place of a port and need not know the rest.
/// </summary>
internal static class DeployedPorts
{
    public static void AddTo(IServiceCollection services)
    {
        services.TryAddSingleton(_ => new FunctionEnvironment(Environment.GetEnvironmentVariable));
        services.TryAddSingleton(static _ => TimeProvider.System);

        // past the logger, which would wrap the line: the metric format needs it bare
        services.TryAddSingleton(_ => new MetricLine(new StreamWriter(Console.OpenStandardOutput())));
        AddShared(services);
        if (PackageContents.HasHooks)
        {
            AddHooks(services);
        }

        if (PackageContents.HasOthers)
        {
            AddClients(services);
            AddIncidents(services);
            AddDelivery(services);
            AddRemediations(services);
            AddFailover(services);
            AddContacts(services);
            AddModels(services);
            AddAccount(services);
        }
    }

    /// <summary>What hooks ask, and others too.</summary>
    private static void AddShared(IServiceCollection services)
    {
        services.TryAddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient());
        services.TryAddSingleton<IAmazonConnect>(_ => new AmazonConnectClient());
        services.TryAddSingleton<IAmazonS3>(_ => ModelBucket.CreateClient(Environment.GetEnvironmentVariable));
        services.TryAddSingleton(_ => NotificationChannels.CreateClient());
        services.TryAddSingleton<IIncidentStore>(provider => new DynamoDbIncidentStore(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Incidents.RetentionDays));
        services.TryAddSingleton<ISettingsStore>(provider => new DynamoDbSettings(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Incidents.RetentionDays));
        services.TryAddSingleton<ISecretSource>(provider => new SecretsExtension(
            provider.GetRequiredService<HttpClient>(),
            Clock(provider),
            Told(provider).SecretsAddress,
            () => Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"),
            Told(provider).Region));
        services.TryAddSingleton<IForcedQueues>(provider => new DynamoDbForcedQueues(Table(provider), Told(provider).IncidentsTable));
        services.TryAddSingleton<IQueueStateStore>(provider =>
            new DynamoDbQueueStates(Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton<ICallbackStore>(provider =>
            new DynamoDbCallbacks(Table(provider), Told(provider).RequiredContactsTable, Clock(provider)));
        services.TryAddSingleton<IPromisedContacts>(provider =>
            new DynamoDbPromisedContacts(Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton<ISurveyStore>(provider => new DynamoDbSurveys(Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton(provider => new ConnectTasks(
            provider.GetRequiredService<IAmazonConnect>(), Told(provider).Configuration.Instance.Id, Told(provider).TaskFlowId));
        services.TryAddSingleton<ISurveyTasks>(static provider => provider.GetRequiredService<ConnectTasks>());
        services.TryAddSingleton(provider => new SyntheticCheck(
            new SecretsManagerSource(new AmazonSecretsManagerClient(), Clock(provider)), Told(provider).SyntheticMark, Clock(provider)));
        services.TryAddSingleton<INotebook>(provider =>
            new DynamoDbNotebook(Table(provider), Told(provider).IncidentsTable, Clock(provider)));
        services.TryAddSingleton(provider => new S3ModelStore(
            provider.GetRequiredService<IAmazonS3>(), Told(provider).RequiredModelsBucket, Told(provider).ModelsPrefix));
        services.TryAddSingleton<IModelStore>(static provider => provider.GetRequiredService<S3ModelStore>());
        services.TryAddSingleton(provider => new PackagedKnowledge(Told(provider).KnowledgeFile));
        services.TryAddSingleton<IArticleStore>(provider =>
            new S3ArticleStore(provider.GetRequiredService<IAmazonS3>(), Told(provider).KnowledgeBucket));
        services.TryAddSingleton<ICorrectionStore>(provider => new DynamoDbCorrections(
            Table(provider), Told(provider).RequiredContactsTable, Clock(provider)));
        services.TryAddSingleton<IHeardContacts>(provider => new DynamoDbHeardContacts(
            Table(provider), Told(provider).RequiredContactsTable, Clock(provider)));
        services.TryAddSingleton<ITopicHistories>(provider =>
            new DynamoDbTopicHistories(Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton<IContactOutcomes>(provider =>
            new DynamoDbContactOutcomes(Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton<IAnswerStore>(provider => new DynamoDbAnswers(Table(provider), Told(provider).RequiredContactsTable));
    }

    /// <summary>What nobody but hooks asks.</summary>
    private static void AddHooks(IServiceCollection services)
    {
        services.TryAddSingleton<ICallerHistory>(provider => new DynamoDbCallers(Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton<ICustomerSystem>(provider => Told(provider).Configuration.Crm is { } crm
            ? new CustomerLookup(
                crm, new CrmClient(CrmClient.CreateClient(), provider.GetRequiredService<ISecretSource>(), crm), Clock(provider))
            : new NoCustomerSystem());
        services.TryAddSingleton<IDialogueFunctions>(static _ => new LambdaDialogueFunctions(LambdaDialogueFunctions.CreateClient()));
    }

    private static void AddClients(IServiceCollection services)
    {
        services.TryAddSingleton<IAmazonSimpleNotificationService>(_ => new AmazonSimpleNotificationServiceClient());
        services.TryAddSingleton<IAmazonLambda>(_ => new AmazonLambdaClient());

        // AWS Support has one endpoint for the whole partition
        services.TryAddSingleton<IAmazonAWSSupport>(provider => new AmazonAWSSupportClient(
            RegionEndpoint.GetBySystemName(SupportRegion.Of(Told(provider).Configuration.Instance.Partition))));
    }

    private static void AddIncidents(IServiceCollection services)
    {
        services.TryAddSingleton<IIncidentFiles>(provider => new DynamoDbIncidentFiles(
            Table(provider), Told(provider).IncidentsTable, provider.GetRequiredService<IIncidentStore>()));
        services.TryAddSingleton<IIncidentHistory>(provider => new DynamoDbIncidentHistory(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Incidents.RetentionDays));
        services.TryAddSingleton<IAlarmHistory>(provider => new DynamoDbAlarmHistory(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Retention.AlarmDays));
        services.TryAddSingleton<IOutbox>(provider => new DynamoDbOutbox(Table(provider), Told(provider).IncidentsTable));
        services.TryAddSingleton<IChangeLog>(provider => new DynamoDbChangeLog(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Retention.ChangeDays));
        services.TryAddSingleton<IAlarmThresholds>(static _ => new CloudWatchThresholds(new AmazonCloudWatchClient()));
        services.TryAddSingleton<IExerciseStore>(provider => new DynamoDbExercises(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Retention.ExerciseDays));
        services.TryAddSingleton<IReviews>(provider => new DynamoDbReviews(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Incidents.RetentionDays));
    }

    private static void AddDelivery(IServiceCollection services)
    {
        services.TryAddSingleton(static provider => Effects(provider));
        services.TryAddSingleton<INoticeChannel>(static provider => Channels(provider).CreateNoticeSender(
            Told(provider).Configuration, provider.GetRequiredService<IncidentPolicy>(), Told(provider).Notifications));
        services.TryAddSingleton<ITrailStore>(static provider =>
            new S3TrailStore(provider.GetRequiredService<IAmazonS3>(), Told(provider).TrailBucket));
        services.TryAddSingleton<IStatusSite>(static provider =>
        {
            // most who might publish never do, and need no client
            var client = new Lazy<IAmazonS3>(() =>
                ModelBucket.CreateClient(Environment.GetEnvironmentVariable, Told(provider).Configuration.StatusPage?.Region));
            return new S3StatusSite(() => client.Value, () => Told(provider).StatusBucket);
        });
        services.TryAddSingleton<IReportStore>(static provider => new S3ReportStore(
            provider.GetRequiredService<IAmazonS3>(), () => Told(provider).ReportsBucket));
        services.TryAddSingleton<IReachRequests>(provider => new ReachTopic(
            provider.GetRequiredService<IAmazonSimpleNotificationService>(), () => Told(provider).ReachTopic));
    }

    private static void AddRemediations(IServiceCollection services)
    {
        services.TryAddSingleton<IRemediationLeases<CapacityChange>>(provider =>
            RemediationLeases.OfCapacity(Table(provider), Told(provider).IncidentsTable, Clock(provider)));
        services.TryAddSingleton<IRemediationLeases<ReservedConcurrencyChange>>(provider =>
            RemediationLeases.OfConcurrency(Table(provider), Told(provider).IncidentsTable, Clock(provider)));
        services.TryAddSingleton<IRemediationLeases<EventSourceMappingChange>>(provider =>
            RemediationLeases.OfEventSources(Table(provider), Told(provider).IncidentsTable, Clock(provider)));
        services.TryAddSingleton<ILeaseHistory>(provider => new DynamoDbLeaseHistory(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Retention.LeaseDays));
        services.TryAddSingleton(provider => new RemediationRecords(
            remediation => new DynamoDbRemediationCases(Table(provider), Told(provider).IncidentsTable, remediation),
            remediation => new DynamoDbRemediationLog(Table(provider), Told(provider).IncidentsTable, remediation)));
        services.TryAddSingleton<ITableCapacity>(provider => new DynamoDbTableCapacity(
            Table(provider), new AmazonCloudWatchClient(), new AmazonApplicationAutoScalingClient(),
            DynamoDbPrices.Of(Told(provider).Configuration.Account.TablePrices)));
        services.TryAddSingleton<IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>>(provider => new LambdaConcurrency(
            provider.GetRequiredService<IAmazonLambda>(), new AmazonCloudWatchClient()));
        services.TryAddSingleton<IRemediable<EventSourceMappingState, EventSourceMappingChange>>(provider => new LambdaEventSources(
            provider.GetRequiredService<IAmazonLambda>()));
    }

    private static void AddFailover(IServiceCollection services)
    {
        services.TryAddSingleton(provider =>
        {
            var (told, configuration) = (Told(provider), Told(provider).Configuration);
            var here = told.Region ?? configuration.Instance.Region;
            IRemediationLeases<FailoverChange> Leases(string remediation) =>
                RemediationLeases.OfFailover(Table(provider), told.IncidentsTable, Clock(provider), remediation);
            return new FailoverPorts(
                new EmergencyFlows(
                    provider.GetRequiredService<IAmazonConnect>(),
                    configuration.Instance.Id,
                    DeploymentNames.Of(configuration).Flow(SystemFlows.Emergency),
                    _ => Task.FromResult(told.FlowIds),
                    Leases(FailoverActs.Flow.Entry.Name)),
                new QueueFallbacks(configuration, Leases(FailoverActs.Queue.Entry.Name)),
                new TrafficDistributions(
                    region => region == here
                        ? provider.GetRequiredService<IAmazonConnect>()
                        : new AmazonConnectClient(RegionEndpoint.GetBySystemName(region)),
                    here,
                    configuration.Failover?.TrafficDistributionGroup,
                    configuration.StandbyRegion),
                Leases);
        });
    }

    private static void AddContacts(IServiceCollection services)
    {
        services.TryAddSingleton(provider => new ConnectDirectory(
            provider.GetRequiredService<IAmazonConnect>(), Told(provider).Configuration, Clock(provider)));
        services.TryAddSingleton<ICenterMetrics>(provider => new ConnectCenterMetrics(
            provider.GetRequiredService<IAmazonConnect>(), provider.GetRequiredService<ConnectDirectory>(), Told(provider).Configuration));
        services.TryAddSingleton<INumbersSource>(provider => new ConnectNumbers(
            provider.GetRequiredService<IAmazonConnect>(), provider.GetRequiredService<ConnectDirectory>(), Told(provider).Configuration));
        services.TryAddSingleton<IWaitSource>(provider => new ConnectWaits(
            provider.GetRequiredService<IAmazonConnect>(), provider.GetRequiredService<ConnectDirectory>(), Told(provider).Configuration));
        services.TryAddSingleton<IWaitDays>(provider => new DynamoDbWaits(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Retention.NumbersDays));
        services.TryAddSingleton<ICenterNumbers>(provider => new DynamoDbNumbers(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Retention.NumbersDays));
        services.TryAddSingleton<ICenterDays>(provider => new DynamoDbDays(
            Table(provider), Told(provider).IncidentsTable, Told(provider).Configuration.Retention.NumbersDays));
        services.TryAddSingleton<IMinuteMetrics>(static _ => new CloudWatchMinutes(new AmazonCloudWatchClient()));
        services.TryAddSingleton<IDailyMetrics>(static _ => new CloudWatchDays(new AmazonCloudWatchClient()));
        services.TryAddSingleton<IMetricValues>(static _ =>
        {
            var client = new Lazy<AmazonCloudWatchClient>(static () => new());
            return new CloudWatchValues(() => client.Value);
        });
        services.TryAddSingleton<IAnomalyStates>(provider => new S3AnomalyStates(
            provider.GetRequiredService<IAmazonS3>(), Told(provider).RequiredModelsBucket));
        services.TryAddSingleton<IAnomalyBands>(provider => new DynamoDbAnomalyBands(
            Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton<ISentimentStore>(provider => new DynamoDbSentiment(Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton<ISupervisorTasks>(static provider => provider.GetRequiredService<ConnectTasks>());
        services.TryAddSingleton<IPostTasks>(static provider => provider.GetRequiredService<ConnectTasks>());
        services.TryAddSingleton<ITicketBook>(provider => new DynamoDbTickets(Table(provider), Told(provider).RequiredContactsTable));
        services.TryAddSingleton<IContactRecords>(provider => new ConnectContactRecords(
            provider.GetRequiredService<IAmazonConnect>(), Told(provider).Configuration.Instance.Id));
        services.TryAddSingleton(provider => TicketSystems.For(
            Told(provider).Configuration,
            provider.GetRequiredService<HttpClient>(),
            provider.GetRequiredService<ISecretSource>(),
            static () => new AmazonConnectCasesClient(),
            Clock(provider)));
        services.TryAddSingleton<ISegmentStreams>(provider => new ConnectSegmentStreams(
            provider.GetRequiredService<IAmazonConnect>(), Told(provider).Configuration.Instance.Id));
        services.TryAddSingleton<ISyntheticCenter>(provider => new ConnectSynthetic(
            provider.GetRequiredService<IAmazonConnect>(),
            new AmazonConnectParticipantClient(),
            new AmazonCloudWatchClient(),
            Told(provider).Configuration.Instance.Id,
            new SyntheticIds(Told(provider).TestCaseIds, Told(provider).FlowIds),
            async _ => await provider.GetRequiredService<SyntheticCheck>().MarkAsync() is { } mark ? Encoding.UTF8.GetString(mark) : null,
            Clock(provider)));
    }

    private static void AddModels(IServiceCollection services)
    {
        services.TryAddSingleton<ITrainingTexts>(static provider => provider.GetRequiredService<S3ModelStore>());
        services.TryAddSingleton<IUnlabelledTexts>(static provider => provider.GetRequiredService<S3ModelStore>());
        services.TryAddSingleton<IRetrainingReports>(static provider => provider.GetRequiredService<S3ModelStore>());
    }

    private static void AddAccount(IServiceCollection services)
    {
        services.TryAddSingleton(provider => AccountClients.For(
            Told(provider).Configuration.Instance.Region, endpoint: null, standby: Told(provider).Configuration.StandbyRegion));
        services.TryAddSingleton<ICenterCounts>(provider => new AccountCounts(
            provider.GetRequiredService<AccountClients>(), Told(provider).Configuration));
        services.TryAddSingleton<IAccount>(provider => new AccountReader(
            provider.GetRequiredService<AccountClients>(), provider.GetRequiredService<HttpClient>(), AccountReader.SlackApi,
            Clock(provider)));
        services.TryAddSingleton(provider => new AlarmTopic(
            provider.GetRequiredService<IAmazonSimpleNotificationService>(), Told(provider).AlarmTopic));
        services.TryAddSingleton<IAlarmTopic>(static provider => provider.GetRequiredService<AlarmTopic>());
    }

    /// <summary>The channels and the topic of a deployment, over whatever clients are registered.</summary>
    public static EffectPorts Effects(IServiceProvider provider) => new(
        Channels(provider).CreateSender(
            Told(provider).Configuration,
            provider.GetRequiredService<IncidentPolicy>(),
            Told(provider).Notifications,
            () => provider.GetRequiredService<IncidentDesk>().PolicyNowAsync()),
        new RemediationTopic(provider.GetRequiredService<IAmazonSimpleNotificationService>(), Told(provider).RemediationTopic));

    private static NotificationChannels Channels(IServiceProvider provider) => new(
        provider.GetRequiredService<IAmazonSimpleNotificationService>(),
        provider.GetRequiredService<IAmazonConnect>(),
        provider.GetRequiredService<IAmazonAWSSupport>(),
        provider.GetRequiredService<HttpClient>(),
        provider.GetRequiredService<ISecretSource>(),
        provider.GetRequiredService<IIncidentStore>(),
        provider.GetRequiredService<INotebook>(),
        Clock(provider));

    private static FunctionEnvironment Told(IServiceProvider provider) => provider.GetRequiredService<FunctionEnvironment>();

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();

    private static IAmazonDynamoDB Table(IServiceProvider provider) => provider.GetRequiredService<IAmazonDynamoDB>();
}

/// <summary>Who carries out what incidents ask for.</summary>
/// <param name="Channels">Takes messages; who is told in whose place is decided before it.</param>
/// <param name="Remediations">Takes repairs.</param>
public sealed record EffectPorts(IMessageChannel Channels, IEffectHandler Remediations);

/// <summary>What is written down of remediations, by the name of the remediation: a table and a function may share a name.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Log">Our own changes.</param>
public sealed record RemediationRecords(Func<string, IRemediationCases> Cases, Func<string, IRemediationLog> Log);
