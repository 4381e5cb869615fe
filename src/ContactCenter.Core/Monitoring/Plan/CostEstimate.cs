using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// What a configuration costs in US dollars a month of 730 hours: idle, and at a number of contacts a day. Prices are those of us-east-1
/// without free tiers, as the services' price pages listed them on <see cref="AsOf"/>; other Regions differ by a tenth or two.
/// </summary>
public static class CostEstimate
{
    /// <summary>When the price pages were read.</summary>
    public const string AsOf = "2026-11-21";

    /// <summary>Contacts a day that are reckoned with where nobody says otherwise.</summary>
    public const int UsualContacts = 10_000;

    private const double AlarmMetric = 0.10;
    private const double CompositeAlarm = 0.50;
    private const double OwnMetric = 0.30;
    private const double Dashboard = 3.00;
    private const double ThousandMetricReads = 0.01;

    /// <summary>CloudWatch charges a band as the metric and its two edges.</summary>
    private const int MetricsOfBand = 3;

    private const int Dashboards = 2;

    /// <summary>Told of a queue at any time: four in its channel of voice, eleven of its agents, hours and callbacks.</summary>
    private const int OfQueue = 15;

    /// <summary>Told of a channel of a queue only while contacts come.</summary>
    private const int OfChannelInUse = 6;

    private const int OfChannel = 10;
    private const int OfProfile = 8;

    /// <summary>Heartbeats, what was given up, disabled sources.</summary>
    private const int OfSystem = 10;

    /// <summary>Latency, decision and defaults of a hook.</summary>
    private const int OfHook = 3;

    private const int Hooks = 8;

    private const int OfBotInUse = 2;
    private const int OfSentiment = 2;

    /// <summary>A look at a table that follows demand reads so many metrics of the table and of each index.</summary>
    private const int ReadsOfLook = 13;

    private const double MinutesOfMonth = 730 * 60;

    /// <summary>Six objects an hour at 0.005 a thousand writes (S3), and a day of earlier versions.</summary>
    private const double WritesOfAnomalies = 0.03;
    private const double WeeksOfMonth = 730 / (24.0 * 7);

    /// <summary>To a German number; a tenth of that to one of the United States.</summary>
    private const double TextMessage = 0.10;

    /// <summary>A stream, two functions with their alarms and dead letters (docs/design/sentiment.md).</summary>
    private const double LiveCalls = 13;

    /// <summary>People are called about the worst incidents, thirty times a month, and talk for two minutes.</summary>
    private const int CallsOfMonth = 30;

    private const double CallMinutes = 2;

    /// <summary>
    /// Assumed: a minute of voice without telephony as the price page had it for years, quoted by others (blog.serverworks.co.jp, 10 March
    /// 2020). For instances with unlimited AI that page said 0.038 a minute and 0.010 a message on 7 October 2026 (a transcript at
    /// github.com/api-evangelist/amazon-connect). Nobody has seen a bill.
    /// </summary>
    private const double CallMinute = 0.018;

    /// <summary>
    /// The runs of KeepNumbers, 48 a day of three seconds with 512 MB and a trace each, and KeepHistory's looks at what the probe changes.
    /// </summary>
    private const double Memory = 0.08;

    /// <summary>What a queue or a routing profile is written and read for its half hours (docs/design/memory.md).</summary>
    private const double MemoryOfNumbers = ((26_000 / 6 * 0.625) + (22_000 / 6 * 0.125)) / 1_000_000;

    /// <summary>What KeepHistory reads and writes of incidents.</summary>
    private const double MemoryInUse = 0.10;

    /// <summary>A console that is open in working hours, and people who act.</summary>
    private const int ApiRequests = 100_000;

    /// <summary>The gateway, 20 ms of a function with 1,024 MB, four read units and a line of log.</summary>
    private const double MillionApiRequests = 1.00 + 0.20 + 0.34 + 0.50 + 0.50;

    /// <summary>Two boards that are open in working hours: each asks twelve times a minute while somebody looks.</summary>
    private const int ConsoleRequests = 250_000;

    /// <summary>The gateway, 60 ms of a function with 1,769 MB, ten read units and half a line of log.</summary>
    private const double MillionConsoleRequests = 1.00 + 0.20 + 1.73 + 1.25 + 0.25;

    /// <summary>The key that seals the keys of cookies.</summary>
    private const double ConsoleKey = 1.00;

    /// <summary>A synthetic call lasts half a minute (recorded: 26 seconds), a chat has so many messages.</summary>
    private const double SyntheticMinutes = 0.5;

    /// <summary>Assumed as <see cref="CallMinute"/> is.</summary>
    private const double ChatMessage = 0.004;
    private const int ChatMessages = 5;

    /// <summary>
    /// A look each day, 20 s of a function with 1,769 MB and up to 4,000 reads of the memory for each report, and eight objects of 50 KB.
    /// </summary>
    private const double Reports = 0.01;

    /// <summary>The estimate, a line for each thing that is paid for.</summary>
    /// <param name="configuration">The configuration, without problems.</param>
    /// <param name="contacts">Contacts a day.</param>
    public static IReadOnlyList<CostLine> For(ContactCenterConfiguration configuration, int contacts = UsualContacts)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentOutOfRangeException.ThrowIfNegative(contacts);
        var share = contacts / (double)UsualContacts;
        var (idle, busy) = OwnMetrics(configuration, contacts > 0);
        var places = configuration.StandbyRegion is null ? 1 : 2;
        return
        [
            OfAlarms(configuration),
            new(
                Findings.CostMetrics, Findings.CostMetricsPrice, OwnMetric * idle, OwnMetric * busy,
                Findings.CostMetricsCount($"{idle}", $"{busy}")),
            new(Findings.CostDashboards, Findings.CostDashboardsPrice, Dashboard * Dashboards, Dashboard * Dashboards, $"{Dashboards}"),
            .. OfLooks(configuration),
            .. OfAnomalies(configuration),
            .. OfLiveCalls(configuration),
            .. OfCalledPeople(configuration),
            .. OfApi(configuration),
            .. OfConsole(configuration),
            OfMemory(configuration, share, places),
            .. OfReachTests(configuration),
            .. OfReports(configuration),
            .. OfSynthetic(configuration),
            .. OfSyntheticCalls(configuration),
            Assumed(Findings.CostKeys, Findings.CostKeysPrice, 2.80 * places, 0),
            Assumed(Findings.CostKeyRequests, Findings.CostKeyRequestsPrice, 0.50 * places, 0.10),
            Assumed(Findings.CostFunctions, Findings.CostFunctionsPrice, 0.70 * places, 1.70),
            Assumed(Findings.CostTraces, Findings.CostTracesPrice, 1.30 * places, 4.10),
            Assumed(Findings.CostTables, Findings.CostTablesPrice, 0.30 * places, 0.40),
            Assumed(Findings.CostLogs, Findings.CostLogsPrice, 0.20 * places, 1.30),
            Assumed(
                Findings.CostRest, Findings.CostRestPrice,
                0.40 * places, 0),
        ];

        CostLine Assumed(string what, string price, double always, double atUsualContacts) =>
            new(what, price, always, always + (atUsualContacts * share), "");
    }

    private static CostLine OfAlarms(ContactCenterConfiguration configuration)
    {
        BoundAlarm[] here = [.. AlarmPlan.For(configuration)];
        BoundAlarm[] all = [.. here, .. configuration.StandbyRegion is null ? [] : StandbyPlan.For(configuration)];
        var metrics = all.Sum(static alarm => alarm.Definition.AnomalyBand is null ? alarm.Metrics.Count : MetricsOfBand);
        var composites = CompositePlan.For(DeploymentNames.Of(configuration).Prefix, here).Count();
        var dollars = (AlarmMetric * metrics) + (CompositeAlarm * composites);
        return new(
            Findings.CostAlarms, Findings.CostAlarmsPrice, dollars, dollars,
            composites == 1
                ? Findings.CostAlarmsOneComposite($"{all.Length}", $"{metrics}")
                : Findings.CostAlarmsCount($"{all.Length}", $"{metrics}", $"{composites}"));
    }

    private static (int Idle, int Busy) OwnMetrics(ContactCenterConfiguration configuration, bool isUsed)
    {
        var queues = configuration.Queues.Count;
        var planned = configuration.Queues.Count(static queue => queue.Plan.Count > 0);
        var idle = (OfQueue * queues) + planned + (OfProfile * configuration.RoutingProfiles.Count) + OfSystem;
        if (!isUsed)
        {
            return (idle, idle);
        }

        var digital = configuration.Queues.Sum(static queue =>
            Enum.GetValues<ContactChannel>().Count(channel => channel != ContactChannel.Voice && queue.MaximumWaitOf(channel) is not null));
        return (
            idle,
            idle + (OfChannelInUse * queues) + (OfChannel * digital) + (configuration.Sentiment.ContactLens ? OfSentiment * queues : 0)
                + (OfHook * (Hooks + (configuration.Flows?.AgentReports is null ? 0 : 1))) + (OfBotInUse * configuration.Bots.Count));
    }

    private static IEnumerable<CostLine> OfLooks(ContactCenterConfiguration configuration)
    {
        TableSettings[] followed = [.. configuration.Tables.Where(static table => table.FollowDemand && table.MayBeChanged())];
        var reads = followed.Sum(static table => ReadsOfLook * (1 + table.Indexes.Count));
        var dollars = reads * MinutesOfMonth / 1000 * ThousandMetricReads;
        return followed.Length == 0
            ? []
            : [new(Findings.CostLooks, Findings.CostLooksPrice, dollars, dollars, Findings.CostLooksCount($"{reads}"))];
    }

    /// <summary>
    /// A score for each channel of a queue in which something is promised, the series of CloudWatch as often as they are read, and the
    /// object of what was learned.
    /// </summary>
    private static IEnumerable<CostLine> OfAnomalies(ContactCenterConfiguration configuration)
    {
        if (configuration.Monitoring.Anomalies == AnomalyMode.Off)
        {
            return [];
        }

        var scores = configuration.Queues.Sum(queue =>
            WatchedSeries.Of(queue, configuration).Select(static series => series.Channel).Distinct().Count());
        var series = WatchedSeries.Of(configuration);
        var each = series.Count(static one => one.IsEachMinute);
        var looks = each + ((series.Count - each) / (double)WatchedSeries.MinutesOfLook);
        var reads = looks * MinutesOfMonth / 1000 * ThousandMetricReads;
        var dollars = Math.Round((scores * OwnMetric) + reads + WritesOfAnomalies, 2);
        return
        [
            new(
                Findings.CostAnomalies, Findings.CostAnomaliesPrice, dollars, dollars,
                Findings.CostAnomaliesCount($"{scores}", $"{each}", $"{series.Count - each}")),
        ];
    }

    private static CostLine OfMemory(ContactCenterConfiguration configuration, double share, int places)
    {
        var items = configuration.Queues.Count + configuration.RoutingProfiles.Count;
        var idle = (Memory * places) + (MemoryOfNumbers * items);
        return new(
            Findings.CostMemory, Findings.CostMemoryPrice, idle, idle + (MemoryInUse * share), Findings.CostMemoryCount($"{items}"));
    }

    private static IEnumerable<CostLine> OfApi(ContactCenterConfiguration configuration)
    {
        const double Dollars = MillionApiRequests * ApiRequests / 1_000_000;
        return configuration.Api is null
            ? []
            : [new(Findings.CostApi, Findings.CostApiPrice, Dollars, Dollars, Findings.CostApiCount($"{ApiRequests:#,##0}"))];
    }

    private static IEnumerable<CostLine> OfConsole(ContactCenterConfiguration configuration)
    {
        const double Dollars = ConsoleKey + (MillionConsoleRequests * ConsoleRequests / 1_000_000);
        return configuration.Console is null
            ? []
            :
            [
                new(
                    Findings.CostConsole, Findings.CostConsolePrice, Dollars, Dollars,
                    Findings.CostConsoleCount($"{ConsoleRequests:#,##0}")),
            ];
    }

    /// <summary>A test a week by text message, to each number of each audience and schedule.</summary>
    private static IEnumerable<CostLine> OfReachTests(ContactCenterConfiguration configuration)
    {
        var numbers = configuration.Messages.ReachTest.Enabled
            ? DeploymentNames.AudiencesWithTopic(configuration).Sum(static audience => audience.Endpoints
                .Where(static endpoint => endpoint.Channel == Channel.Sms).Select(static endpoint => endpoint.To).Distinct().Count())
            : 0;
        var dollars = Math.Round(numbers * WeeksOfMonth * TextMessage, 2);
        return numbers == 0
            ? []
            : [new(Findings.CostReach, Findings.CostReachPrice, dollars, dollars, Findings.CostReachCount($"{numbers}"))];
    }

    private static IEnumerable<CostLine> OfReports(ContactCenterConfiguration configuration)
    {
        if (configuration.Reports is not { } reports)
        {
            return [];
        }

        var count = (reports.Weekly ? WeeksOfMonth : 0) + (reports.Monthly ? 1 : 0);
        return [new(Findings.CostReports, Findings.CostReportsPrice, Reports, Reports, Findings.CostReportsCount($"{count:0}"))];
    }

    private static IEnumerable<CostLine> OfLiveCalls(ContactCenterConfiguration configuration) => configuration.Sentiment.IsLive
        ? [new(Findings.CostLive, Findings.CostLivePrice, LiveCalls, LiveCalls, "")]
        : [];

    private static IEnumerable<CostLine> OfCalledPeople(ContactCenterConfiguration configuration) => configuration.Calls is null
        ? []
        : [
            new(
                Findings.CostCalls, Findings.CostCallsPrice, 0, CallMinute * CallMinutes * CallsOfMonth,
                Findings.CostCallsCount($"{CallsOfMonth}")),
        ];

    /// <summary>Calls that are dialled, each a minute long and paid for at both ends.</summary>
    private static IEnumerable<CostLine> OfSyntheticCalls(ContactCenterConfiguration configuration)
    {
        if (configuration.Synthetic?.Calls is not { } calls)
        {
            return [];
        }

        var count = SyntheticContacts.Dialled(configuration).Count * (MinutesOfMonth / calls.Every.TotalMinutes);
        var dollars = Math.Round(count * 2 * CallMinute, 2);
        return
        [
            new(
                Findings.CostSyntheticCalls, Findings.CostSyntheticCallsPrice, dollars, dollars,
                Findings.CostSyntheticCallsCount($"{count:0}")),
        ];
    }

    /// <summary>Every contact that is tried, as if Amazon Connect charged it like one of a customer.</summary>
    private static IEnumerable<CostLine> OfSynthetic(ContactCenterConfiguration configuration)
    {
        if (configuration.Synthetic is not { } settings)
        {
            return [];
        }

        var contacts = SyntheticContacts.Tried(configuration);
        var dollars = settings.TriesOfMonth
            * contacts.Sum(static contact => contact.IsChat ? ChatMessages * ChatMessage : SyntheticMinutes * CallMinute);
        return
        [
            new(
                Findings.CostSynthetic, Findings.CostSyntheticPrice, dollars, dollars,
                Findings.CostSyntheticCount($"{settings.TriesOfMonth * contacts.Count:0}", $"{settings.AtOnce}")),
        ];
    }
}

/// <summary>What one thing costs in US dollars a month.</summary>
/// <param name="What">The thing.</param>
/// <param name="Price">Its unit price in US dollars, with the service.</param>
/// <param name="Idle">When nobody calls.</param>
/// <param name="Busy">At the contacts that are reckoned with.</param>
/// <param name="Quantity">How many of it, in words; empty where that is assumed.</param>
public sealed record CostLine(string What, string Price, double Idle, double Busy, string Quantity);
