using ContactCenter.Core.Configuration;

namespace ContactCenter.Core.Deployment;

/// <summary>
/// Names of what a deployment makes. Alarms, dashboards and stacks take them from here, because an alarm on a name that nothing carries
/// waits for ever.
/// </summary>
/// <param name="Prefix">What every name begins with, such as <c>cc-prod</c>.</param>
public sealed record DeploymentNames(string Prefix)
{
    private const string DeadEnding = "-dead";

    /// <summary>The names of a configuration's deployment.</summary>
    public static DeploymentNames Of(ContactCenterConfiguration configuration) => new($"cc-{configuration.Environment}");

    /// <summary>Topic of alarms on customers, functions and tables; triage listens.</summary>
    public string AlarmTopic => Named("alarms");

    /// <summary>
    /// Topic of alarms on this system itself; it reaches people by e-mail directly, not through the pipeline that it watches.
    /// </summary>
    public string SystemTopic => Named("system");

    /// <summary>Topic on which repairs are asked for.</summary>
    public string RemediationTopic => Named("remediation");

    /// <summary>Topic on which tests of people are asked for.</summary>
    public string ReachTopic => Named("reach");

    /// <summary>What the e-mail subscriptions of the system topic could not deliver.</summary>
    public string SystemDeadLetters => DeadLetters("system");

    /// <summary>What the e-mail and SMS subscriptions of the audiences' topics could not deliver.</summary>
    public string AudienceDeadLetters => DeadLetters("audiences");

    /// <summary>A dashboard of CloudWatch.</summary>
    public string Dashboard(string id) => Named(id);

    /// <summary>Where a dashboard is shown.</summary>
    public Uri DashboardLink(ConnectInstance instance, string id) =>
        new($"https://{instance.Region}.console.{ConsoleDomain(instance.Partition)}/cloudwatch/home?region={instance.Region}"
            + $"#dashboards/dashboard/{Dashboard(id)}");

    /// <summary>The table of incidents.</summary>
    public string IncidentsTable => Named("incidents");

    /// <summary>The table of what is learned from contacts.</summary>
    public string ContactsTable => Named("contacts");

    /// <summary>The secret with the key that hashes who calls.</summary>
    public string CallerKey => Named("callers");

    /// <summary>The secret with the mark of synthetic contacts.</summary>
    public string SyntheticMark => Named("synthetic-mark");

    /// <summary>A contact flow or a module, by its name in <see cref="SystemFlows"/> or that of its hook.</summary>
    public string Flow(string name) => Named(name);

    /// <summary>The bot that is deployed where the configuration names none of one's own.</summary>
    public string Bot => Named("bot");

    /// <summary>The HTTP API through which people and tools answer.</summary>
    public string AnswerApi => Named("answers");

    /// <summary>The HTTP API that takes posts on social networks.</summary>
    public string PostApi => Named("posts");

    /// <summary>The HTTP API of people, the console and the command line.</summary>
    public string Api => Named("api");

    /// <summary>The HTTP API before the console.</summary>
    public string Console => Named("console");

    /// <summary>The bucket of the status page: buckets have their names among all of AWS.</summary>
    public string StatusBucket(string account, string region) => $"{Named("status")}-{account}-{region}";

    /// <summary>The schedule of the made-up alarm.</summary>
    public string Probe => Named("probe");

    /// <summary>The rule that brings changes for timelines.</summary>
    public string ChangesRule => Named("changes");

    /// <summary>The rule that brings contacts that were queued.</summary>
    public string QueuedRule => Named("contacts-queued");

    /// <summary>Name of the rule for callbacks that are over.</summary>
    public string CallbacksRule => Named("callbacks-over");

    /// <summary>Name of the rule for what becomes of contacts that were promised something.</summary>
    public string PromisesRule => Named("contacts-promised");

    /// <summary>Name of the rule for contacts that get a ticket.</summary>
    public string TicketsRule => Named("contacts-to-tickets");

    /// <summary>Name of the rule for calls of people that have ended.</summary>
    public string CallsRule => Named("calls-over");

    /// <summary>The rule that brings what Contact Lens found.</summary>
    public string MatchedRule => Named("rules-matched");

    /// <summary>The rule that brings what Contact Lens could not analyse.</summary>
    public string FailedRule => Named("analysis-failed");

    /// <summary>The rule that brings changes after which synthetic contacts are tried.</summary>
    public string FlowChangesRule => Named("changes-to-try");

    /// <summary>The rule that brings that the articles which people edit were written.</summary>
    public string ArticlesRule => Named("articles-written");

    /// <summary>Every rule of EventBridge.</summary>
    public IReadOnlyList<string> Rules =>
        [ChangesRule, QueuedRule, CallbacksRule, MatchedRule, FailedRule, CallsRule, FlowChangesRule, ArticlesRule,
            PromisesRule, TicketsRule];

    /// <summary>The stream of calls while they last.</summary>
    public string SegmentStream => Named("conversations");

    /// <summary>Namespace of what metric filters count in the trail.</summary>
    public string TrailMetrics => $"{OwnMetricNames.TrailNamespace}/{Prefix}";

    /// <summary>A name in this deployment: <c>cc-prod-incidents</c>.</summary>
    public string Named(string name) => $"{Prefix}-{name}";

    /// <summary>A function.</summary>
    public string Function(SystemFunction function) => Named(function.Name);

    /// <summary>
    /// The queue of what a function could not process: of its asynchronous invocations, of the subscription or schedule that calls it, of
    /// its event source mapping.
    /// </summary>
    public string DeadLetters(SystemFunction function) => DeadLetters(function.Name);

    /// <summary>A name without the prefix, as people say it within one deployment.</summary>
    public string WithoutPrefix(string name) =>
        name.StartsWith($"{Prefix}-", StringComparison.Ordinal) ? name[(Prefix.Length + 1)..] : name;

    /// <summary>Every function that contact flows call: those of the configuration, and the hooks of this system.</summary>
    public static IEnumerable<string> FlowFunctions(ContactCenterConfiguration configuration) =>
        [
            .. configuration.Functions.Select(function => function.Name),
            .. SystemFunctions.For(configuration).Where(function => function.IsHook).Select(Of(configuration).Function)
        ];

    /// <summary>
    /// Every contact flow that is watched: those of the configuration, and those that are deployed. A deployed one may be named in the
    /// configuration as well, to give its id.
    /// </summary>
    public static IEnumerable<string> ContactFlows(ContactCenterConfiguration configuration) => configuration.ContactFlows
        .Select(flow => flow.Name)
        .Union(SystemFlows.Of(configuration).Select(Of(configuration).Flow), StringComparer.Ordinal);

    /// <summary>Topic of the e-mail and SMS endpoints of an audience or an on-call schedule.</summary>
    public string AudienceTopic(string audience) => Named($"audience-{audience}");

    /// <summary>Every topic of a configuration's deployment.</summary>
    public IEnumerable<string> Topics(ContactCenterConfiguration configuration) =>
    [
        AlarmTopic, SystemTopic, RemediationTopic,
        .. configuration.Shadow ? Array.Empty<string>() : [ReachTopic],
        .. AudiencesWithTopic(configuration).Select(audience => AudienceTopic(audience.Name)),
    ];

    /// <summary>
    /// Every dead-letter queue: of each function that is not answered while somebody waits, and of the people's subscriptions.
    /// </summary>
    public IEnumerable<string> DeadLetterQueues(ContactCenterConfiguration configuration) =>
    [
        .. SystemFunctions.For(configuration).Where(function => function.HasDeadLetters).Select(DeadLetters),
        SystemDeadLetters,
        AudienceDeadLetters,
    ];

    /// <summary>
    /// The audiences and on-call schedules that a topic is made for, each with its e-mail addresses and phone numbers. Their names share
    /// one space: a step of an escalation may name either. In shadow there is none: nobody is even asked to confirm a subscription.
    /// </summary>
    public static IEnumerable<(string Name, IReadOnlyList<Endpoint> Endpoints)> AudiencesWithTopic(ContactCenterConfiguration configuration)
    {
        if (configuration.Shadow)
        {
            yield break;
        }

        var audiences = configuration.Audiences.Select(audience => (audience.Key, audience.Value.AsEnumerable()));
        var schedules = configuration.OnCall.Select(schedule =>
            (schedule.Key, schedule.Value.Participants.SelectMany(participant => participant.Endpoints)));
        foreach (var (name, all) in audiences.Concat(schedules))
        {
            Endpoint[] endpoints = [.. all.Where(endpoint => endpoint.Channel is Channel.Email or Channel.Sms)];
            if (endpoints.Length > 0)
            {
                yield return (name, endpoints);
            }
        }
    }

    private static string ConsoleDomain(string partition) => partition switch
    {
        "aws-us-gov" => "amazonaws-us-gov.com",
        "aws-cn" => "amazonaws.cn",
        _ => "aws.amazon.com",
    };

    private string DeadLetters(string name) => $"{Named(name)}{DeadEnding}";
}
