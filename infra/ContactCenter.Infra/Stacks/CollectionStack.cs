using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Constructs;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Promises;
using ContactCenter.Core.Contacts.Callbacks;
using ContactCenter.Core.Contacts.Promises;
using ContactCenter.Core.Deployment;
using ContactCenter.Infra.Constructs;
using Schedule = ContactCenter.Infra.Constructs.Schedule;

namespace ContactCenter.Infra.Stacks;

/// <summary>
/// What CloudWatch does not know of itself: the metrics of Amazon Connect, every minute, how customers sound, who waits to be called back,
/// and what was promised to contacts that are open.
/// </summary>
internal sealed class CollectionStack : ContactCenterStack
{
    /// <summary>What Contact Lens tells when a rule matches, by the kind of analysis (EventBridge, events of Amazon Connect).</summary>
    private static readonly string[] RulesMatched =
    [
        .. new[]
        {
            "Realtime", "Realtime Chat", "Post Call", "Post Chat", "After Call Work", "After Chat Work", "Email"
        }.Select(kind => $"Contact Lens {kind} Rules Matched"),
    ];

    private readonly string _instance;

    /// <summary>Adds the stack.</summary>
    public CollectionStack(Construct scope, Deployment deployment)
        : base(scope, deployment, "collection", "Metrics of Amazon Connect that CloudWatch lacks, and how customers sound.")
    {
        _instance = deployment.Configuration.Instance.Arn;
        AddCollector();
        AddNumbers();
        AddListener();
        AddCallbacks();
        if (deployment.Configuration.Contacts.IsWatched)
        {
            AddPromises();
        }

        if (deployment.Configuration.Contacts.Tickets is { } tickets)
        {
            AddTickets(tickets);
        }
    }

    /// <summary>A minute that was missed is told by the next one, so nothing is tried again.</summary>
    private void AddCollector()
    {
        var collect = Add(
            SystemFunctions.CollectConnectMetrics, new DeployedFunctionProps { Retries = 0, MaximumAge = Duration.Minutes(1) }, "PutItem",
            "Query");
        collect.Allow(
            ["connect:GetCurrentMetricData", "connect:GetMetricDataV2"],
            _instance,
            $"{_instance}/queue/*",
            $"{_instance}/routing-profile/*",
            $"{_instance}/contact-flow/*");
        collect.Allow(
            ["connect:ListQueues", "connect:ListRoutingProfiles"], _instance, $"{_instance}/queue/*", $"{_instance}/routing-profile/*");
        if (Deployment.Configuration.Monitoring.Anomalies is var mode && mode != AnomalyMode.Off)
        {
            AddAnomalies(collect, mode);
        }

        _ = new Schedule(this, collect, Schedule.EveryMinute);
    }

    private void AddAnomalies(DeployedFunction collect, AnomalyMode mode)
    {
        Deployment.Contacts.AllowAnomalies(collect);

        // CloudWatch knows no resources for reading metrics
        collect.Allow(["cloudwatch:GetMetricData"], "*");
        if (mode == AnomalyMode.Tell)
        {
            var topic = Deployment.Monitoring.Alarms.TopicArn;
            collect.Lambda.AddEnvironment("ALARM_TOPIC_ARN", topic);
            collect.Allow(["sns:Publish"], topic);
        }
    }

    /// <summary>
    /// Some minutes after each half hour, when nearly all of it has come in; a run that failed is made good by the next one.
    /// </summary>
    private void AddNumbers()
    {
        var keep = new DeployedFunction(
            this, SystemFunctions.KeepNumbers, new DeployedFunctionProps { Retries = 0, MaximumAge = Duration.Minutes(5) });
        Deployment.Incidents.Table.AllowNumbers(keep);
        keep.Allow(["connect:GetMetricDataV2"], _instance, $"{_instance}/queue/*", $"{_instance}/routing-profile/*");
        keep.Allow(
            ["connect:ListQueues", "connect:ListRoutingProfiles"], _instance, $"{_instance}/queue/*", $"{_instance}/routing-profile/*");
        if (Deployment.Configuration.Monitoring.Growth)
        {
            AddGrowth(keep);
        }

        _ = new Schedule(this, keep, "cron(7,37 * * * ? *)");
    }

    /// <summary>Once a night: what is in the instance beside its quotas, sizes of tables, and days of CloudWatch.</summary>
    private void AddGrowth(DeployedFunction keep)
    {
        var topic = Deployment.Monitoring.Alarms.TopicArn;
        keep.Lambda.AddEnvironment("ALARM_TOPIC_ARN", topic);
        keep.Allow(["sns:Publish"], topic);
        keep.Allow(["connect:ListContactFlows"], _instance, $"{_instance}/contact-flow/*");
        keep.Allow(["connect:ListLambdaFunctions"], _instance);
        keep.Allow(["connect:ListUsers"], _instance, $"{_instance}/agent/*");

        // neither knows resources
        keep.Allow(["cloudwatch:GetMetricData", "servicequotas:ListServiceQuotas"], "*");
        string[] tables =
        [
            .. Deployment.Configuration.Tables.Select(table => $"arn:{Partition}:dynamodb:{Region}:{Account}:table/{table.Name}"),
        ];
        if (tables.Length > 0)
        {
            keep.Allow(["dynamodb:DescribeTable"], tables);
        }
    }

    /// <summary>Events come without order and more than once, and an old sentiment is of no use.</summary>
    private void AddListener()
    {
        var track = Add(SystemFunctions.TrackSentiment, new DeployedFunctionProps { MaximumAge = Duration.Hours(1) }, "GetItem", "PutItem");
        track.Allow(["connect:ListQueues"], _instance, $"{_instance}/queue/*");
        Listen(
            track,
            ("ContactsQueued", Deployment.Names.QueuedRule),
            ContactEvents.DetailTypes,
            new() { ["instanceArn"] = new[] { _instance }, ["eventType"] = new[] { "QUEUED" } });
        Listen(track, ("RulesMatched", Deployment.Names.MatchedRule), RulesMatched, new() { ["instanceArn"] = new[] { _instance } });
        Listen(track, ("AnalysisFailed", Deployment.Names.FailedRule), ["Contact Lens Analysis State Change"], new()
        {
            // the documentation has the ARN and the id
            ["instance"] = new[] { _instance, Deployment.Configuration.Instance.Id },
            ["state"] = new[] { "FAILED" },
        });
    }

    /// <summary>A callback is over: whoever waited for an agent does no longer.</summary>
    private void AddCallbacks()
    {
        var track = Add(SystemFunctions.TrackCallbacks, new DeployedFunctionProps { MaximumAge = Duration.Hours(1) }, "DeleteItem");
        Listen(track, ("CallbacksOver", Deployment.Names.CallbacksRule), ContactEvents.DetailTypes, new()
        {
            ["instanceArn"] = new[] { _instance },
            ["eventType"] = CallbackEnd.Events.ToArray(),
            ["initiationMethod"] = new[] { new Dictionary<string, string> { ["prefix"] = CallbackEnd.Initiation } },
        }, "callbacks that wait");
    }

    /// <summary>
    /// What becomes of contacts, and every minute a look at those that were promised something; a minute that was missed is made up by the
    /// next one. It tells the audiences that the file names for that, and nobody else.
    /// </summary>
    private void AddPromises()
    {
        string[] audiences = [.. Deployment.Configuration.Contacts.Told.Order(StringComparer.Ordinal)];
        var topics = Deployment.Incidents.Audiences.Arns.Where(topic => audiences.Contains(topic.Key))
            .ToDictionary(static topic => topic.Key, static topic => topic.Value);
        var watch = Add(
            SystemFunctions.WatchPromises,
            new DeployedFunctionProps
            {
                MaximumAge = Duration.Hours(1),
                Environment = new Dictionary<string, string> { ["AUDIENCE_TOPICS"] = ToJsonString(topics) },
                Secrets =
                [
                    .. audiences.SelectMany(audience => EscalationEndpoints.Of(Deployment.Configuration, audience))
                        .Select(static endpoint => endpoint.Secret).OfType<string>()
                        .Select(Secret).Distinct().Order(StringComparer.Ordinal),
                ],
            },
            "Query", "GetItem", "UpdateItem", "DeleteItem");
        Deployment.Incidents.Table.AllowNote(watch, $"{PromiseDesk.NotePrefix}*");
        Deployment.Incidents.Table.AllowSettings(watch);
        if (topics.Count > 0)
        {
            watch.Allow(["sns:Publish"], [.. topics.Values]);
        }

        Listen(
            watch,
            ("ContactsPromised", Deployment.Names.PromisesRule),
            ContactEvents.DetailTypes,
            new()
            {
                ["instanceArn"] = new[] { _instance },
                ["eventType"] = HeardEvent.Events.ToArray(),
                ["initiationMethod"] = new object[]
                {
                    new Dictionary<string, object> { ["anything-but"] = HeardEvent.Others.ToArray() },
                    new Dictionary<string, object> { ["exists"] = false },
                },
            },
            "what contacts are promised");
        _ = new Schedule(this, watch, Schedule.EveryMinute);
    }

    /// <summary>
    /// Contacts that come into a queue get their ticket. It reads contacts and sets attributes of them, and in Amazon Connect Cases it
    /// makes cases of one domain. The key of who calls is of a stack that stands behind this one, so it is known by its name.
    /// </summary>
    private void AddTickets(TicketSettings tickets)
    {
        var isRemembering = Deployment.Configuration.Routing.RemembersCallers;
        string[] secrets =
        [
            .. tickets.Secret is { } secret ? [Secret(secret)] : Array.Empty<string>(),
            .. isRemembering
                ? [$"arn:{Partition}:secretsmanager:{Region}:{Account}:secret:{Deployment.Names.CallerKey}-??????"]
                : Array.Empty<string>(),
        ];
        var open = Add(
            SystemFunctions.OpenTickets,
            new DeployedFunctionProps { MaximumAge = Duration.Hours(1), Secrets = secrets },
            "GetItem", "PutItem", "UpdateItem", "DeleteItem");
        if (isRemembering)
        {
            open.Lambda.AddEnvironment("CALLER_KEY_ARN", Deployment.Names.CallerKey);
        }

        open.Allow(
            ["connect:DescribeContact", "connect:GetContactAttributes", "connect:UpdateContactAttributes"], $"{_instance}/contact/*");
        if (tickets.System == TicketSystemKind.Cases)
        {
            var domain = $"arn:{Partition}:cases:{Region}:{Account}:domain/{tickets.To}";
            open.Allow(["cases:CreateCase", "cases:CreateRelatedItem"], domain, $"{domain}/*");
        }

        Listen(
            open,
            ("ContactsToTickets", Deployment.Names.TicketsRule),
            ContactEvents.DetailTypes,
            new() { ["instanceArn"] = new[] { _instance }, ["eventType"] = new[] { "QUEUED" } },
            "tickets of contacts");
    }

    private void Listen(
        DeployedFunction function, (string Id, string Name) rule, IReadOnlyList<string> types, Dictionary<string, object> detail,
        string purpose = "the mood of customers") => _ = new Rule(this, rule.Id, new RuleProps
        {
            RuleName = rule.Name,
            Description = $"{rule.Id} of Amazon Connect, for {purpose}.",
            EventPattern = new EventPattern { Source = ["aws.connect"], DetailType = [.. types], Detail = detail },
            Targets =
        [
            new LambdaFunction(
                function.Lambda,
                new LambdaFunctionProps { DeadLetterQueue = function.DeadLetters, RetryAttempts = 5, MaxEventAge = Duration.Hours(1) }),
        ],
        });

    private DeployedFunction Add(SystemFunction function, DeployedFunctionProps props, params string[] onTable)
    {
        var added = new DeployedFunction(this, function, props);
        Deployment.Contacts.Allow(added, onTable);
        return added;
    }
}
