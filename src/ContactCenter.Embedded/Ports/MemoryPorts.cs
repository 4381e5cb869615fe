using System.Collections.Concurrent;
using Amazon;
using Amazon.Connect;
using Amazon.Runtime;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Configuration;
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
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Failover;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Settings;
using ContactCenter.Functions;
using ContactCenter.Functions.Contacts;
using ContactCenter.Language.Retraining;
using ContactCenter.Simulation.Stores;
using ContactCenter.Simulation.Stores.NextTopics;
using ContactCenter.Simulation.Stores.Outcomes;
using ContactCenter.Simulation.Stores.Promises;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactCenter.Embedded.Ports;

/// <summary>Something on this machine for every port of a deployment. What is registered already stays.</summary>
internal static class MemoryPorts
{
    public static void AddTo(IServiceCollection services, ContactCenterConfiguration configuration)
    {
        AddStores(services);
        AddRemediations(services);
        AddFailover(services, configuration);
        AddModels(services);
        AddOutside(services, configuration);
    }

    private static void AddStores(IServiceCollection services)
    {
        services.TryAddSingleton(static _ => new InMemoryIncidentStore());
        services.TryAddSingleton<IIncidentStore>(static provider => provider.GetRequiredService<InMemoryIncidentStore>());
        services.TryAddSingleton<IIncidentFiles>(static provider => provider.GetRequiredService<InMemoryIncidentStore>());
        services.TryAddSingleton<IIncidentHistory, InMemoryIncidentHistory>();
        services.TryAddSingleton<IAlarmHistory, InMemoryAlarmHistory>();
        services.TryAddSingleton<IOutbox>(static provider => provider.GetRequiredService<InMemoryIncidentStore>().Outbox);
        services.TryAddSingleton<IChangeLog, InMemoryChangeLog>();
        services.TryAddSingleton<INotebook, InMemoryNotebook>();
        services.TryAddSingleton<ISettingsStore, InMemorySettings>();
        services.TryAddSingleton<IExerciseStore, InMemoryExercises>();
        services.TryAddSingleton<IAlarmThresholds, InMemoryThresholds>();
        services.TryAddSingleton<IQueueStateStore, InMemoryQueueStates>();
        services.TryAddSingleton<ISentimentStore, InMemorySentiment>();
        services.TryAddSingleton<ISurveyStore, InMemorySurveys>();
        services.TryAddSingleton<ISurveyTasks, UnstartedTasks>();
        services.TryAddSingleton<ISupervisorTasks, UnstartedTasks>();
        services.TryAddSingleton<IPostTasks, UnstartedTasks>();
        services.TryAddSingleton<InMemoryCallers>();
        services.TryAddSingleton<ICallerHistory>(static provider => provider.GetRequiredService<InMemoryCallers>());
        services.TryAddSingleton<ITicketBook, InMemoryTickets>();
        services.TryAddSingleton<ITopicHistories, InMemoryTopicHistories>();
        services.TryAddSingleton<IContactOutcomes, InMemoryContactOutcomes>();
        services.TryAddSingleton<ICallbackStore, InMemoryCallbacks>();
        services.TryAddSingleton<IPromisedContacts, InMemoryPromisedContacts>();
        services.TryAddSingleton<ICenterNumbers, InMemoryNumbers>();
        services.TryAddSingleton<ICenterDays, InMemoryDays>();
        services.TryAddSingleton<IWaitDays, InMemoryWaits>();
        services.TryAddSingleton<IReviews, InMemoryReviews>();
        services.TryAddSingleton<IAnomalyStates>(static _ => new InMemoryAnomalyStates());
        services.TryAddSingleton<IAnomalyBands, InMemoryAnomalyBands>();
    }

    private static void AddRemediations(IServiceCollection services)
    {
        services.TryAddSingleton<IRemediationLeases<CapacityChange>, InMemoryLeases<CapacityChange>>();
        services.TryAddSingleton<IRemediationLeases<ReservedConcurrencyChange>, InMemoryLeases<ReservedConcurrencyChange>>();
        services.TryAddSingleton<IRemediationLeases<EventSourceMappingChange>, InMemoryLeases<EventSourceMappingChange>>();
        services.TryAddSingleton(static _ =>
        {
            var cases = new ConcurrentDictionary<string, InMemoryRemediationCases>(StringComparer.Ordinal);
            var logs = new ConcurrentDictionary<string, InMemoryRemediationLog>(StringComparer.Ordinal);
            return new RemediationRecords(
                name => cases.GetOrAdd(name, static _ => new InMemoryRemediationCases()),
                name => logs.GetOrAdd(name, static _ => new InMemoryRemediationLog()));
        });
        services.TryAddSingleton<ILeaseHistory, InMemoryLeaseHistory>();
        services.TryAddSingleton<ITableCapacity, NoTables>();
        services.TryAddSingleton<IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>, NoConcurrency>();
        services.TryAddSingleton<IRemediable<EventSourceMappingState, EventSourceMappingChange>, NoEventSources>();
    }

    /// <summary>Queues are forced on this machine as in a deployment; for the rest there is nothing to change.</summary>
    private static void AddFailover(IServiceCollection services, ContactCenterConfiguration configuration)
    {
        services.TryAddSingleton(_ =>
        {
            var leases = new ConcurrentDictionary<string, InMemoryLeases<FailoverChange>>(StringComparer.Ordinal);
            IRemediationLeases<FailoverChange> Leases(string name) =>
                leases.GetOrAdd(name, static _ => new InMemoryLeases<FailoverChange>());
            return new FailoverPorts(
                new NoFailover(),
                new QueueFallbacks(configuration, Leases(FailoverActs.Queue.Entry.Name)),
                new NoFailover(),
                Leases);
        });
        services.TryAddSingleton<IForcedQueues, ForcedQueues>();
    }

    private static void AddModels(IServiceCollection services)
    {
        services.TryAddSingleton<InMemoryModels>();
        services.TryAddSingleton<IModelStore>(static provider => provider.GetRequiredService<InMemoryModels>());
        services.TryAddSingleton<ITrainingTexts>(static provider => provider.GetRequiredService<InMemoryModels>());
        services.TryAddSingleton<IUnlabelledTexts>(static provider => provider.GetRequiredService<InMemoryModels>());
        services.TryAddSingleton<IRetrainingReports>(static provider => provider.GetRequiredService<InMemoryModels>());
        services.TryAddSingleton<ICorrectionStore, InMemoryCorrections>();

        // the bucket tells that the book was written, and BuildKnowledge listens
        services.TryAddSingleton<IArticleStore>(static provider => new InMemoryArticles
        {
            Written = async cancellationToken => await provider.GetRequiredService<KnowledgeBuilder>().BuildAsync(
                provider.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken),
        });
        services.TryAddSingleton<IAnswerStore, InMemoryAnswers>();
        services.TryAddSingleton<IHeardContacts, InMemoryHeardContacts>();
    }

    private static void AddOutside(IServiceCollection services, ContactCenterConfiguration configuration)
    {
        services.TryAddSingleton<ISecretSource, TestSecrets>();
        services.TryAddSingleton(provider => new SyntheticCheck(
            provider.GetRequiredService<ISecretSource>(),
            configuration.Synthetic is null ? null : TestSecrets.SyntheticMark,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ISyntheticCenter, UntriedContacts>();
        services.TryAddSingleton<KeptTickets>();
        services.TryAddSingleton<ITicketSystem>(static provider => provider.GetRequiredService<KeptTickets>());
        services.TryAddSingleton<KeptContacts>();
        services.TryAddSingleton<IContactRecords>(static provider => provider.GetRequiredService<KeptContacts>());
        services.TryAddSingleton<IAlarmTopic, UntoldAlarms>();
        services.TryAddSingleton<ICustomerSystem>(_ => new RecordedCustomer(configuration));
        services.TryAddSingleton<IDialogueFunctions>(_ => new RecordedFunction(TextWriter.Null));
        services.TryAddSingleton<ICenterMetrics>(static _ => new EmptyCenter(TextWriter.Null));
        services.TryAddSingleton<INumbersSource>(static _ => new EmptyCenter(TextWriter.Null));
        services.TryAddSingleton<IWaitSource>(static _ => new EmptyCenter(TextWriter.Null));
        services.TryAddSingleton<IMinuteMetrics, EmptyMinutes>();
        services.TryAddSingleton<IDailyMetrics, EmptyDays>();
        services.TryAddSingleton<ICenterCounts, EmptyDays>();
        services.TryAddSingleton<IMetricValues, EmptyValues>();
        services.TryAddSingleton<ITrailStore, MemoryTrail>();
        services.TryAddSingleton(static _ => new HttpClient(new UnsentHttp(TextWriter.Null)));
        services.TryAddSingleton(static _ => new EffectPorts(new SilentEffects(), new SilentEffects()));
        services.TryAddSingleton<KeptNotices>();
        services.TryAddSingleton<INoticeChannel>(static provider => provider.GetRequiredService<KeptNotices>());
        services.TryAddSingleton<IReachRequests, DirectReach>();
        services.TryAddSingleton<IStatusSite, KeptStatus>();
        services.TryAddSingleton<KeptReports>();
        services.TryAddSingleton<IReportStore>(static provider => provider.GetRequiredService<KeptReports>());
        services.TryAddSingleton<IAmazonConnect>(
            static _ => new AmazonConnectClient(new AnonymousAWSCredentials(), RegionEndpoint.USEast1));
        services.TryAddSingleton(provider => new ConnectDirectory(
            provider.GetRequiredService<IAmazonConnect>(), WithIds(configuration), provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>
    /// Every name has an id, so that none is looked up in AWS; an id that was not configured belongs to no name, as it does there.
    /// </summary>
    private static ContactCenterConfiguration WithIds(ContactCenterConfiguration configuration) => configuration with
    {
        Queues = [.. configuration.Queues.Select(static queue => queue with { Id = queue.Id ?? queue.Name })],
        RoutingProfiles = [.. configuration.RoutingProfiles.Select(static profile => profile with { Id = profile.Id ?? profile.Name })],
    };
}
