using Amazon;
using Amazon.ApplicationAutoScaling;
using Amazon.AWSSupport;
using Amazon.CloudWatch;
using Amazon.Connect;
using Amazon.DynamoDBv2;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using ContactCenter.Aws.Contacts;
using ContactCenter.Aws.Customers;
using ContactCenter.Aws.Incidents;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Notifications;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Aws.Remediation;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Recommendation;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Surveys;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Incidents;
using ContactCenter.Functions.Remediation;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions;

/// <summary>The one composition root: what every function is made of, each thing once in a process, made when it is first needed.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Registers the services.</summary>
    /// <exception cref="InvalidOperationException">The environment lacks the configuration.</exception>
#pragma warning disable CA1822 // the generated code calls it on an instance
    public void ConfigureServices(IServiceCollection services)
#pragma warning restore CA1822
    {
        services.AddSingleton(new FunctionEnvironment(Environment.GetEnvironmentVariable));
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => Told(provider).Configuration);
        AddDecisions(services);
        AddStore(services);
        AddDelivery(services);
        AddRemediations(services);
        AddContacts(services);
        AddCollection(services);
        AddSelfService(services);
    }

    private static void AddDecisions(IServiceCollection services)
    {
        services.AddSingleton(provider => new IncidentDesk(Told(provider).Configuration, provider.GetRequiredService<IIncidentStore>()));
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().Policy);
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().Triage);
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().Pipeline);
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().ClockOf(
            provider.GetRequiredService<IOutbox>(), provider.GetRequiredService<IChangeLog>(), provider.GetRequiredService<EffectDelivery>()));
        services.AddSingleton<PersonAnswers>();

        // past the logger, which would wrap the line: the metric format needs it bare
        services.AddSingleton(_ => new MetricLine(new StreamWriter(Console.OpenStandardOutput())));
        services.AddSingleton<HeartbeatMetric>();
    }

    private static void AddStore(IServiceCollection services)
    {
        services.AddSingleton<IAmazonDynamoDB>(_ => new AmazonDynamoDBClient());
        services.AddSingleton<IIncidentStore>(provider => new DynamoDbIncidentStore(
            provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable, Told(provider).Configuration.Incidents.RetentionDays));
        services.AddSingleton<IOutbox>(provider => new DynamoDbOutbox(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable));
        services.AddSingleton<IChangeLog>(provider => new DynamoDbChangeLog(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable));
        services.AddSingleton<INotebook>(provider => new DynamoDbNotebook(
            provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable, provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddDelivery(IServiceCollection services)
    {
        services.AddSingleton<IAmazonConnect>(_ => new AmazonConnectClient());
        services.AddSingleton<IAmazonSimpleNotificationService>(_ => new AmazonSimpleNotificationServiceClient());
        services.AddSingleton(_ => NotificationChannels.CreateClient());
        services.AddSingleton<ISecretSource>(provider => new SecretsExtension(
            provider.GetRequiredService<HttpClient>(),
            provider.GetRequiredService<TimeProvider>(),
            Told(provider).SecretsAddress,
            () => Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN"),
            Told(provider).Region));
        services.AddSingleton(provider => new NotificationChannels(
            provider.GetRequiredService<IAmazonSimpleNotificationService>(),
            provider.GetRequiredService<IAmazonConnect>(),
            // AWS Support has one endpoint for the whole partition
            new AmazonAWSSupportClient(RegionEndpoint.USEast1),
            provider.GetRequiredService<HttpClient>(),
            provider.GetRequiredService<ISecretSource>(),
            provider.GetRequiredService<IIncidentStore>(),
            provider.GetRequiredService<INotebook>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEffectHandler>(provider => new EffectRouter(
            provider.GetRequiredService<NotificationChannels>().CreateHandler(
                Told(provider).Configuration, provider.GetRequiredService<IncidentPolicy>(), Told(provider).Notifications),
            new RemediationTopic(provider.GetRequiredService<IAmazonSimpleNotificationService>(), Told(provider).RemediationTopic),
            new ProbeHandler(
                at => provider.GetRequiredService<HeartbeatMetric>().Tell(at, HeartbeatComponents.Pipeline), provider.GetRequiredService<TimeProvider>())));
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().DeliveryBy(
            provider.GetRequiredService<IOutbox>(), provider.GetRequiredService<IEffectHandler>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddRemediations(IServiceCollection services)
    {
        services.AddSingleton<IRemediationLeases<CapacityChange>>(provider => RemediationLeases.OfCapacity(
            provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ITableCapacity>(provider => new DynamoDbTableCapacity(
            provider.GetRequiredService<IAmazonDynamoDB>(), new AmazonCloudWatchClient(), new AmazonApplicationAutoScalingClient()));
        services.AddSingleton(_ => new CapacityRemediation());
        services.AddSingleton(provider => new CapacityRemediator(
            provider.GetRequiredService<ITableCapacity>(),
            provider.GetRequiredService<IRemediationLeases<CapacityChange>>(),
            provider.GetRequiredService<CapacityRemediation>(),
            RemediationLog(provider, CapacityRemediation.RegistryEntry)));
        services.AddSingleton<TableRemediator>();
        services.AddSingleton<IAmazonLambda>(_ => new AmazonLambdaClient());
        services.AddSingleton<IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>>(provider => new LambdaConcurrency(
            provider.GetRequiredService<IAmazonLambda>(), new AmazonCloudWatchClient()));
        services.AddSingleton<IRemediable<EventSourceMappingState, EventSourceMappingChange>>(provider => new LambdaEventSources(
            provider.GetRequiredService<IAmazonLambda>()));
        services.AddSingleton(provider => new ConcurrencyRemediator(
            provider.GetRequiredService<IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>>(),
            RemediationLeases.OfConcurrency(
                provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable, provider.GetRequiredService<TimeProvider>()),
            Told(provider).Configuration));
        services.AddSingleton(provider => new EventSourceRemediator(
            provider.GetRequiredService<IRemediable<EventSourceMappingState, EventSourceMappingChange>>(),
            RemediationLeases.OfEventSources(
                provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable, provider.GetRequiredService<TimeProvider>()),
            RemediationLog(provider, EventSourceMappingRemediation.RegistryEntry),
            Told(provider).Configuration));
        services.AddSingleton(provider => new RemediationDesk(
            remediation => new DynamoDbRemediationCases(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable, remediation),
            provider.GetRequiredService<IncidentPipeline>(),
            Told(provider).RemediationMode,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RemediationDispatch>();
    }

    private static DynamoDbRemediationLog RemediationLog(IServiceProvider provider, RemediationEntry entry) =>
        new(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).IncidentsTable, entry.Name);

    private static void AddContacts(IServiceCollection services)
    {
        services.AddSingleton<FlowHook>();
        services.AddSingleton(provider => new ContactRouter(Told(provider).Configuration));
        services.AddSingleton(provider => new ServiceCheck(Told(provider).Configuration));
        services.AddSingleton<IncidentView>();
        services.AddSingleton<IQueueStateStore>(provider => new DynamoDbQueueStates(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).RequiredContactsTable));
        services.AddSingleton(provider => new QueueView(
            Told(provider).ContactsTable is null ? null : provider.GetRequiredService<IQueueStateStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IAmazonS3>(_ => ModelBucket.CreateClient(Environment.GetEnvironmentVariable));
        services.AddSingleton(provider => new S3ModelStore(
            provider.GetRequiredService<IAmazonS3>(), Told(provider).RequiredModelsBucket, Told(provider).ModelsPrefix));
        services.AddSingleton(provider => new ModelInService(
            Told(provider).ModelsBucket is null ? null : provider.GetRequiredService<S3ModelStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new AnswerTally(
            Told(provider).ContactsTable is { } table ? new DynamoDbAnswers(provider.GetRequiredService<IAmazonDynamoDB>(), table) : null,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICorrectionStore>(provider => new DynamoDbCorrections(
            provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).RequiredContactsTable, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider =>
        {
            var bucket = provider.GetRequiredService<S3ModelStore>();
            return new Retrainer(
                bucket,
                bucket,
                provider.GetRequiredService<ICorrectionStore>(),
                new DynamoDbAnswers(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).RequiredContactsTable),
                bucket,
                new PromotionRules { ImportantTopics = Told(provider).ImportantTopics },
                new TrainingOptions(),
                new RetrainingLimits());
        });
    }

    private static void AddCollection(IServiceCollection services)
    {
        services.AddSingleton(provider => new ConnectDirectory(
            provider.GetRequiredService<IAmazonConnect>(), Told(provider).Configuration, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ISentimentStore>(provider => new DynamoDbSentiment(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).RequiredContactsTable));
        services.AddSingleton(provider => new SentimentScorer(Told(provider).Configuration.Sentiment.Words));
        services.AddSingleton(provider => new ContactSignalReader(provider.GetRequiredService<SentimentScorer>(), ContactLensRules.Scores(Told(provider).Configuration)));
        services.AddSingleton<ICenterMetrics>(provider => new ConnectCenterMetrics(
            provider.GetRequiredService<IAmazonConnect>(), provider.GetRequiredService<ConnectDirectory>(), Told(provider).Configuration));
    }

    private static void AddSelfService(IServiceCollection services)
    {
        services.AddSingleton(provider => new PackagedKnowledge(Told(provider).KnowledgeFile));
        services.AddSingleton(provider => new Recommender(Told(provider).Configuration.Recommendations));
        services.AddSingleton<ISurveyStore>(provider => new DynamoDbSurveys(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).RequiredContactsTable));
        services.AddSingleton<ISurveyTasks>(provider => new ConnectTasks(provider.GetRequiredService<IAmazonConnect>(), Told(provider).Configuration.Instance.Id, Told(provider).TaskFlowId));
        services.AddSingleton<ICallerHistory>(provider => new DynamoDbCallers(provider.GetRequiredService<IAmazonDynamoDB>(), Told(provider).RequiredContactsTable));
        services.AddSingleton(provider => new RecentCallers(
            Told(provider).ContactsTable is null ? null : provider.GetRequiredService<ICallerHistory>(),
            provider.GetRequiredService<ISecretSource>(),
            Told(provider).CallerKeySecret,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICustomerSystem>(provider => Told(provider).Configuration.Crm is { } crm
            ? new CustomerLookup(crm, new CrmClient(CrmClient.CreateClient(), provider.GetRequiredService<ISecretSource>(), crm), provider.GetRequiredService<TimeProvider>())
            : new NoCustomerSystem());
    }

    private static FunctionEnvironment Told(IServiceProvider provider) => provider.GetRequiredService<FunctionEnvironment>();
}
