using Amazon.Lambda.Annotations;
using ContactCenter.Aws.Notifications.Secrets;
using ContactCenter.Core.Api;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Api.Alarms;
using ContactCenter.Core.Api.Contacts;
using ContactCenter.Core.Api.Exercises;
using ContactCenter.Core.Api.Forecasts;
using ContactCenter.Core.Api.History;
using ContactCenter.Core.Api.Incidents;
using ContactCenter.Core.Api.Knowledge;
using ContactCenter.Core.Api.Queues;
using ContactCenter.Core.Api.Reach;
using ContactCenter.Core.Api.Reviews;
using ContactCenter.Core.Api.Settings;
using ContactCenter.Core.Api.Status;
using ContactCenter.Core.Api.Trails;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Contacts.Corrections;
using ContactCenter.Core.Contacts.Customers;
using ContactCenter.Core.Contacts.Heard;
using ContactCenter.Core.Contacts.NextTopics;
using ContactCenter.Core.Contacts.Outcomes;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Contacts.Recommendation;
using ContactCenter.Core.Contacts.Routing;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Contacts.Service;
using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Core.Contacts.Synthetic;
using ContactCenter.Core.Contacts.Tickets;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Incidents.Changes;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Incidents.Reporting;
using ContactCenter.Core.Learning.Forecasts;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Learning.Compliance;
using ContactCenter.Core.Learning.Reminders;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Learning.Reviews;
using ContactCenter.Core.Learning.Trails;
using ContactCenter.Core.Monitoring.Anomalies;
using ContactCenter.Core.Monitoring.Growth;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Notifications.Answers;
using ContactCenter.Core.Notifications.HandOver;
using ContactCenter.Core.Notifications.Notices;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Remediation.Capacity;
using ContactCenter.Core.Remediation.Concurrency;
using ContactCenter.Core.Remediation.Ended;
using ContactCenter.Core.Remediation.EventSources;
using ContactCenter.Core.Remediation.Runs;
using ContactCenter.Core.Settings;
using ContactCenter.Functions.Contacts;
using ContactCenter.Functions.Contacts.Promises;
using ContactCenter.Functions.Incidents;
using ContactCenter.Functions.Learning;
using ContactCenter.Functions.Remediation;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Sentiment;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContactCenter.Functions;

/// <summary>
/// The one composition root: what every function is made of, each thing once in a process, made when it is first needed. Where the
/// system ends stands in <see cref="DeployedPorts"/>; an embedding registers its own ports before.
/// </summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Registers the services.</summary>
#pragma warning disable CA1822 // the generated code calls it on an instance
    public void ConfigureServices(IServiceCollection services)
#pragma warning restore CA1822
    {
        DeployedPorts.AddTo(services);
        services.AddSingleton(provider => Told(provider).Configuration);
        AddShared(services);
        if (PackageContents.HasHooks)
        {
            AddHooks(services);
        }

        if (PackageContents.HasOthers)
        {
            AddSettings(services);
            AddDecisions(services);
            AddApi(services);
            AddRemediations(services);
            AddContacts(services);
        }
    }

    /// <summary>What hooks are made of, and others too.</summary>
    private static void AddShared(IServiceCollection services)
    {
        services.AddSingleton<SettingsMetric>();
        services.AddSingleton(provider => new SettingsView(
            Told(provider).Configuration,
            provider.GetRequiredService<ISettingsStore>(),
            Clock(provider),
            provider.GetRequiredService<SettingsMetric>().Tell));
        services.AddSingleton<FlowHook>();
        services.AddSingleton(provider => new QueueView(
            Told(provider).ContactsTable is null ? null : provider.GetRequiredService<IQueueStateStore>(), Clock(provider)));
        services.AddSingleton(provider => new SyntheticArrivals(
            Told(provider).Configuration.Synthetic?.Calls, provider.GetRequiredService<INotebook>(), Clock(provider)));
        services.AddSingleton(provider => new ModelInService(
            Told(provider).ModelsBucket is null ? null : provider.GetRequiredService<IModelStore>(), Clock(provider)));
        services.AddSingleton(provider => new SentimentScorer(Told(provider).Configuration.Sentiment.Words));
    }

    /// <summary>What nothing but hooks is made of.</summary>
    private static void AddHooks(IServiceCollection services)
    {
        services.AddSingleton(provider => new ContactRouter(Told(provider).Configuration));
        services.AddSingleton(provider => new ServiceCheck(Told(provider).Configuration));
        services.AddSingleton(provider =>
            new IncidentView(
                provider.GetRequiredService<IIncidentStore>(),
                Told(provider).Configuration,
                Clock(provider),
                Told(provider).Configuration.Failover is null ? null : provider.GetRequiredService<IForcedQueues>()));
        services.AddSingleton(provider => new ComplexityView(
            Told(provider) is { ContactsTable: not null, Configuration.Routing.LearnsComplexity: true }
                ? provider.GetRequiredService<IContactOutcomes>()
                : null,
            Clock(provider)));
        services.AddSingleton(provider => new EncoderInService(OpenEncoder, Clock(provider)));
        services.AddSingleton(provider => new AnswerTally(
            Told(provider).ContactsTable is null ? null : provider.GetRequiredService<IAnswerStore>(),
            Told(provider).ContactsTable is null ? null : provider.GetRequiredService<IHeardContacts>(),
            Clock(provider)));
        services.AddSingleton(provider => new ReturnTally(
            Told(provider).ContactsTable is null ? null : provider.GetRequiredService<IHeardContacts>(), Clock(provider)));
        services.AddSingleton(provider => new KnowledgeInService(
            Told(provider).Configuration.SelfService.Editing ? () => provider.GetRequiredService<IArticleStore>() : null,
            provider.GetRequiredService<PackagedKnowledge>().Base,
            Clock(provider)));
        services.AddSingleton(provider => new PromiseNotes(Promised(provider), Told(provider), Clock(provider)));
        services.AddSingleton(provider => new Recommender(Told(provider).Configuration.Recommendations));
        services.AddSingleton(provider => new RecentCallers(
            Told(provider).ContactsTable is null ? null : provider.GetRequiredService<ICallerHistory>(),
            provider.GetRequiredService<ISecretSource>(),
            Told(provider).CallerKeySecret,
            Clock(provider),
            Told(provider) is { ContactsTable: not null, Configuration.Topics.Next: true }
                ? provider.GetRequiredService<ITopicHistories>()
                : null));
    }

    // part of what is deployed, which Lambda has verified
    private static SentenceEncoder? OpenEncoder() =>
        EncoderLocation.Path is { } path ? SentenceEncoder.Open(path, isVerified: true) : null;

    private static void AddSettings(IServiceCollection services)
    {
        services.AddSingleton(provider => new ThresholdKeeper(
            Told(provider).Configuration,
            provider.GetRequiredService<ISettingsStore>(),
            provider.GetRequiredService<IAlarmThresholds>(),
            provider.GetRequiredService<INotebook>()));
        services.AddSingleton(provider => new SettingsDesk(
            provider.GetRequiredService<ISettingsStore>(), Told(provider).Configuration));
    }

    private static void AddDecisions(IServiceCollection services)
    {
        services.AddSingleton(provider => new IncidentDesk(
            Told(provider).Configuration,
            provider.GetRequiredService<IIncidentStore>(),
            provider.GetService<DecisionObserver>(),
            provider.GetRequiredService<SettingsView>()));
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().Policy);
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().Triage);
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().Pipeline);
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().ClockOf(
            provider.GetRequiredService<IOutbox>(),
            provider.GetRequiredService<IChangeLog>(),
            provider.GetRequiredService<EffectDelivery>()));
        services.AddSingleton<ReceiptBook>();
        services.AddSingleton(provider => new ReachTester(
            Told(provider).Configuration,
            Notices(provider),
            provider.GetRequiredService<ReceiptBook>()));
        services.AddSingleton(provider => new ReminderDesk(
            Told(provider).Configuration,
            provider.GetRequiredService<IReviews>(),
            Notices(provider),
            provider.GetRequiredService<INotebook>()));
        services.AddSingleton<HandOverReader>();
        services.AddSingleton(provider => new HandOverDesk(
            provider.GetRequiredService<SettingsView>(),
            provider.GetRequiredService<IncidentDesk>(),
            provider.GetRequiredService<HandOverReader>(),
            Notices(provider),
            provider.GetRequiredService<INotebook>()));
        services.AddSingleton<PersonAnswers>();
        services.AddSingleton<CallAnswers>();
        services.AddSingleton<ReportDesk>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<HistoryKeeper>();
        services.AddSingleton<ReviewOpener>();
        services.AddSingleton(provider => new ReviewDesk(
            provider.GetRequiredService<IIncidentFiles>(),
            provider.GetRequiredService<IIncidentHistory>(),
            provider.GetRequiredService<IChangeLog>(),
            provider.GetRequiredService<ICenterNumbers>(),
            provider.GetRequiredService<ILeaseHistory>(),
            provider.GetRequiredService<IReviews>(),
            Told(provider).Configuration));
        services.AddSingleton(provider => new AdviceReader(
            provider.GetRequiredService<IAlarmHistory>(),
            provider.GetRequiredService<IIncidentHistory>(),
            provider.GetRequiredService<IMetricValues>()));
        services.AddSingleton(provider => new SelfServiceReader(
            provider.GetRequiredService<IMetricValues>(), Told(provider).Configuration));
        services.AddSingleton<ReportReader>();
        services.AddSingleton<ComplianceReader>();
        services.AddSingleton(provider => new ReportWriter(
            provider.GetRequiredService<ReportReader>(),
            provider.GetRequiredService<ComplianceReader>(),
            provider.GetRequiredService<IReportStore>(),
            Notices(provider),
            provider.GetRequiredService<IncidentDesk>(),
            provider.GetRequiredService<INotebook>(),
            Told(provider).Configuration));
        services.AddSingleton<ExerciseDesk>();
        services.AddSingleton<ExercisePlayer>();
        services.AddSingleton<HeartbeatMetric>();
        services.AddSingleton<DeliveryMetric>();
        services.AddSingleton<IEffectHandler>(provider => new EffectRouter(
            provider.GetRequiredService<IncidentDesk>().MessagesBy(
                Channels(provider), provider.GetRequiredService<INotebook>(), Clock(provider)),
            provider.GetRequiredService<EffectPorts>().Remediations,
            new ProbeHandler(
                at => provider.GetRequiredService<HeartbeatMetric>().Tell(at, HeartbeatComponents.Pipeline), Clock(provider))));
        services.AddSingleton(provider => provider.GetRequiredService<IncidentDesk>().DeliveryBy(
            provider.GetRequiredService<IOutbox>(), provider.GetRequiredService<IEffectHandler>(), Clock(provider)));
    }

    /// <summary>Each capability registers its routes; they are described in this order.</summary>
    private static void AddApi(IServiceCollection services)
    {
        services.AddSingleton<IApiRoutes, IncidentRoutes>();
        services.AddSingleton<IApiRoutes, ActRoutes>();
        services.AddSingleton<IApiRoutes, ReportRoutes>();
        services.AddSingleton<IApiRoutes, MuteRoutes>();
        services.AddSingleton<IApiRoutes, SettingRoutes>();
        services.AddSingleton<IApiRoutes, SettingActRoutes>();
        services.AddSingleton<IApiRoutes, InForceRoutes>();
        services.AddSingleton<IApiRoutes, AlarmRoutes>();
        services.AddSingleton<IApiRoutes, AdviceRoutes>();
        services.AddSingleton<IApiRoutes, QueueRoutes>();
        services.AddSingleton<IApiRoutes, HistoryRoutes>();
        services.AddSingleton<IApiRoutes, FigureRoutes>();
        services.AddSingleton<IApiRoutes, ExerciseRoutes>();
        services.AddSingleton<IApiRoutes, ReachRoutes>();
        services.AddSingleton<IApiRoutes, StatusRoutes>();
        services.AddSingleton<IApiRoutes, ReviewRoutes>();
        services.AddSingleton<IApiRoutes>(static provider =>
            new TrailRoutes(Told(provider).Configuration, provider.GetRequiredService<ITrailStore>));
        services.AddSingleton<IApiRoutes, ContactRoutes>();
        services.AddSingleton<ForecastReader>();
        services.AddSingleton<IApiRoutes, ForecastRoutes>();
        services.AddSingleton<IApiRoutes, TrendRoutes>();
        services.AddSingleton(provider => new ArticleDesk(
            provider.GetRequiredService<IArticleStore>(), provider.GetRequiredService<PackagedKnowledge>().Base));
        services.AddSingleton<IApiRoutes>(provider => new KnowledgeRoutes(
            Told(provider).Configuration, () => provider.GetRequiredService<ArticleDesk>()));
        services.AddSingleton(provider => new QueuesToday(
            provider.GetRequiredService<ICenterNumbers>(), Told(provider).Configuration, Clock(provider)));
        services.AddSingleton<IdempotentRequests>();
        services.AddSingleton<CallerLimit>();
        services.AddSingleton<ApiDesk>();
    }

    private static void AddRemediations(IServiceCollection services)
    {
        services.AddSingleton<LeaseBook>();
        services.AddSingleton(_ => new CapacityRemediation());
        services.AddSingleton(provider => new CapacityRemediator(
            provider.GetRequiredService<ITableCapacity>(),
            provider.GetRequiredService<IRemediationLeases<CapacityChange>>(),
            provider.GetRequiredService<CapacityRemediation>(),
            provider.GetRequiredService<RemediationRecords>().Log(CapacityRemediation.Entry.Name),
            provider.GetRequiredService<LeaseBook>()));
        services.AddSingleton<TableRemediator>();
        services.AddSingleton(provider => new ConcurrencyRemediator(
            provider.GetRequiredService<IRemediable<ReservedConcurrencyState, ReservedConcurrencyChange>>(),
            provider.GetRequiredService<IRemediationLeases<ReservedConcurrencyChange>>(),
            Told(provider).Configuration,
            provider.GetRequiredService<LeaseBook>()));
        services.AddSingleton(provider => new EventSourceRemediator(
            provider.GetRequiredService<IRemediable<EventSourceMappingState, EventSourceMappingChange>>(),
            provider.GetRequiredService<IRemediationLeases<EventSourceMappingChange>>(),
            provider.GetRequiredService<RemediationRecords>().Log(EventSourceMappingRemediation.Entry.Name),
            Told(provider).Configuration,
            provider.GetRequiredService<LeaseBook>()));
        services.AddSingleton(provider => new RemediationDesk(
            provider.GetRequiredService<RemediationRecords>().Cases,
            provider.GetRequiredService<IncidentPipeline>(),
            Told(provider).RemediationMode,
            Clock(provider),
            provider.GetRequiredService<SettingsView>(),
            Told(provider).Configuration.Shadow));
        services.AddSingleton<RemediationDispatch>();
    }

    private static void AddContacts(IServiceCollection services)
    {
        services.TryAddSingleton(static _ => new TrainingOptions { Encoder = OpenEncoder() });
        services.AddSingleton(provider => new Retrainer(
            provider.GetRequiredService<IModelStore>(),
            provider.GetRequiredService<ITrainingTexts>(),
            provider.GetRequiredService<ICorrectionStore>(),
            provider.GetRequiredService<IAnswerStore>(),
            provider.GetRequiredService<IRetrainingReports>(),
            new PromotionRules { ImportantTopics = Told(provider).ImportantTopics },
            provider.GetRequiredService<TrainingOptions>(), new RetrainingLimits(),
            !Told(provider).Configuration.Topics.LearnsUnlabelled ? null : new KeptTexts(
                provider.GetRequiredService<IUnlabelledTexts>(),
                Told(provider).Configuration.Topics.KeepUnsure ? provider.GetRequiredService<IHeardContacts>() : null)));
        services.AddSingleton(provider => new ContactSignalReader(
            provider.GetRequiredService<SentimentScorer>(),
            ContactLensRules.Scores(Told(provider).Configuration),
            hearsAgents: Told(provider).Configuration.Contacts.Escalation?.Worsening == true));
        services.AddSingleton<Func<ITopicHistories>>(static provider => () => provider.GetRequiredService<ITopicHistories>());
        services.AddSingleton<Func<IContactOutcomes>>(static provider => () => provider.GetRequiredService<IContactOutcomes>());
        services.AddSingleton<SupervisorAlerts>();
        services.AddSingleton(provider => new PromiseDesk(
            provider.GetRequiredService<IPromisedContacts>(),
            provider.GetRequiredService<IQueueStateStore>(),
            Notices(provider),
            provider.GetRequiredService<IncidentDesk>(),
            provider.GetRequiredService<INotebook>(),
            provider.GetRequiredService<SettingsView>(),
            Told(provider).Configuration,
            provider.GetRequiredService<ISentimentStore>(),
            Told(provider).Configuration.Routing.LearnsRoutes ? provider.GetRequiredService<IContactOutcomes>() : null));
        services.AddSingleton(provider => new TicketDesk(
            provider.GetRequiredService<ITicketSystem>(),
            provider.GetRequiredService<ITicketBook>(),
            provider.GetRequiredService<IContactRecords>(),
            Told(provider).Configuration));
        services.AddSingleton(provider => new SyntheticDesk(
            Told(provider).Configuration, provider.GetRequiredService<ISyntheticCenter>(),
            provider.GetRequiredService<INotebook>(), provider.GetRequiredService<IAlarmTopic>()));
        services.AddSingleton<NumbersKeeper>();
        services.AddSingleton(provider => new WaitKeeper(
            provider.GetRequiredService<IWaitSource>(), provider.GetRequiredService<IWaitDays>(), Told(provider).Configuration));
        services.AddSingleton(provider => new KnowledgeBuilder(
            provider.GetRequiredService<IArticleStore>(), OpenEncoder, () => provider.GetRequiredService<PackagedKnowledge>().Base));
        services.AddSingleton(provider => new AnomalyDesk(
            Told(provider).Configuration,
            Told(provider).Configuration.Monitoring.Anomalies is var mode && mode == AnomalyMode.Off
                ? null
                : new AnomalyPorts(
                    provider.GetRequiredService<IMinuteMetrics>(),
                    provider.GetRequiredService<IAnomalyStates>(),
                    mode == AnomalyMode.Tell ? provider.GetRequiredService<IAlarmTopic>() : null,
                    provider.GetRequiredService<IAnomalyBands>())));
        services.AddSingleton(provider => new GrowthDesk(
            Told(provider).Configuration,
            Told(provider).Configuration.Monitoring.Growth
                ? new GrowthPorts(
                    provider.GetRequiredService<IDailyMetrics>(), provider.GetRequiredService<ICenterCounts>(),
                    provider.GetRequiredService<ICenterDays>(), provider.GetRequiredService<IAlarmTopic>())
                : null));
    }

    private static INoticeChannel Notices(IServiceProvider provider) => Told(provider).Configuration.Shadow
        ? new ShadowNotices()
        : provider.GetRequiredService<INoticeChannel>();

    /// <summary>With <see cref="Notices"/> the one place where a shadow is kept from telling anybody, whatever the channel.</summary>
    private static IMessageChannel Channels(IServiceProvider provider) => Told(provider).Configuration.Shadow
        ? new ShadowChannel()
        : provider.GetRequiredService<EffectPorts>().Channels;

    /// <summary>Contacts that were promised something; null for a function that is not told where they are.</summary>
    private static IPromisedContacts? Promised(IServiceProvider provider) =>
        Told(provider).ContactsTable is null ? null : provider.GetRequiredService<IPromisedContacts>();

    private static FunctionEnvironment Told(IServiceProvider provider) => provider.GetRequiredService<FunctionEnvironment>();

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetRequiredService<TimeProvider>();
}
