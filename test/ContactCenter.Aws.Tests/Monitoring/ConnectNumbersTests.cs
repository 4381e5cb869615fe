using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Connect;
using Amazon.Runtime;
using ContactCenter.Aws.Monitoring;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Reports;
using ContactCenter.Core.Contacts.Numbers;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Simulation.Stores;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Aws.Tests.Monitoring;

/// <summary>
/// The numbers by half hours, from a server that answers in the recorded shape and refuses what the documentation refuses.
/// </summary>
public sealed class ConnectNumbersTests
{
    private const string General = "11111111-2222-3333-4444-000000000001";
    private const string Billing = "11111111-2222-3333-4444-000000000002";
    private const string Generalists = "11111111-2222-3333-4444-000000000011";

    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly JsonNode Known =
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "metrics", "metric-api.json")))!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_metric_that_is_asked_for_is_documented_for_its_grouping_and_has_its_threshold()
    {
        var (_, requests) = await ReadAsync(static _ => []);

        Assert.Equal(3, requests.Length);
        Assert.All(requests, request =>
        {
            Assert.Equal("THIRTY_MIN", (string?)request["Interval"]!["IntervalPeriod"]);
            Assert.All(request["Metrics"]!.AsArray(), metric =>
            {
                var name = (string)metric!["Name"]!;
                Assert.All(
                    request["Groupings"]!.AsArray(),
                    grouping => Assert.Contains((string)grouping!, ((string?)Known["historical"]!["metrics"]![name] ?? "").Split(' ')));
                Assert.Equal(
                    Known["historical"]!["needsThreshold"]!.AsArray().Any(needs => (string)needs! == name),
                    metric["Threshold"] is JsonArray { Count: 1 });
            });
        });
    }

    [Fact]
    public async Task Counts_and_sums_are_read_by_queue_channel_and_half_hour_and_means_become_sums()
    {
        var (numbers, _) = await ReadAsync(request => Grouping(request) == "QUEUE" && Asks(request, General)
            ?
            [
                Row(request, General, "VOICE", Noon.AddMinutes(30), new()
                {
                    ["CONTACTS_QUEUED_BY_ENQUEUE"] = 12, ["SUM_CONTACTS_ANSWERED_IN_X<604800"] = 10, ["SUM_CONTACTS_ANSWERED_IN_X<20"] = 8,
                    ["CONTACTS_ABANDONED"] = 2, ["AVG_QUEUE_ANSWER_TIME"] = 12.5, ["AVG_ABANDON_TIME"] = 30.2, ["SUM_HANDLE_TIME"] = 3000.4,
                    ["CONTACTS_HANDLED"] = 11, ["CONTACTS_HANDLED/CALLBACK"] = 1, ["MAX_QUEUED_TIME"] = 77,
                }),
            ]
            : []);

        Assert.Empty(numbers.Problems);
        Assert.Equal(8, numbers.Queues.Count);
        var voice = numbers.Queues.Single(static each => each is { Queue: "General" } && each.At == Noon.AddMinutes(30))
            .In(ContactChannel.Voice);
        Assert.Equal(
            new ChannelNumbers
            {
                TargetSeconds = 20,
                Offered = 12,
                Answered = 10,
                AnsweredWithin = 8,
                Abandoned = 2,
                AnswerSeconds = 125,
                AbandonSeconds = 60,
                HandleSeconds = 3000,
                Handled = 11,
                Callbacks = 1,
                MaximumWaitSeconds = 77,
            },
            voice);
        Assert.Equal(ChannelNumbers.Nothing, numbers.Queues[0].In(ContactChannel.Voice));
    }

    [Fact]
    public async Task Agents_are_read_by_routing_profile_and_who_is_not_in_the_answer_was_not_there()
    {
        var (numbers, _) = await ReadAsync(request => Grouping(request) == "ROUTING_PROFILE"
            ?
            [
                Row(request, Generalists, null, Noon, new()
                {
                    ["SUM_ONLINE_TIME_AGENT"] = 7200, ["SUM_CONTACT_TIME_AGENT"] = 5000, ["SUM_IDLE_TIME_AGENT"] = 1000,
                    ["SUM_NON_PRODUCTIVE_TIME_AGENT"] = 1200, ["SUM_ERROR_STATUS_TIME_AGENT"] = 0,
                    ["CONTACTS_HANDLED"] = 9, ["SUM_HANDLE_TIME"] = 4800.4, ["SUM_HOLD_TIME"] = 60, ["CONTACTS_TRANSFERRED_OUT"] = 2,
                }),
            ]
            : []);

        Assert.Equal(
            new ProfileNumbers("Generalists", Noon, 7200, 5000, 1000, 1200, 0)
            {
                Handled = 9,
                HandleSeconds = 4800,
                HoldSeconds = 60,
                TransferredOut = 2,
            },
            numbers.Profiles[0]);
        Assert.Equal(6000, numbers.Profiles[0].StaffedSeconds);
        Assert.Equal(0, numbers.Profiles[1].StaffedSeconds);
    }

    [Fact]
    public async Task Contacts_of_routing_profiles_by_queue_are_asked_for_only_where_hints_for_coaching_are_made_and_by_no_agent()
    {
        var (numbers, requests) = await ReadAsync(
            static request => request["Groupings"]!.AsArray().Count == 2 && Grouping(request) == "ROUTING_PROFILE"
                ?
                [
                    WithQueue(
                        Row(request, Generalists, null, Noon, new() { ["CONTACTS_HANDLED"] = 5, ["SUM_HANDLE_TIME"] = 1500.2 }), Billing),
                    WithQueue(Row(request, Generalists, null, Noon, new() { ["CONTACTS_HANDLED"] = 0 }), General),
                ]
                : [],
            isCoached: true);

        Assert.Equal(WorkByQueue.None.With("Billing", new ProfileWork(5, 1500, 0, 0)), numbers.Profiles[0].Work);
        Assert.Equal(WorkByQueue.None, numbers.Profiles[1].Work);
        var asked = Assert.Single(requests, static request => request["Filters"]!.AsArray().Count == 2);
        Assert.Equal(["ROUTING_PROFILE", "QUEUE"], asked["Groupings"]!.AsArray().Select(static one => (string)one!));
        Assert.All(asked["Metrics"]!.AsArray(), static metric => Assert.All(
            new[] { "ROUTING_PROFILE", "QUEUE" },
            grouping => Assert.Contains(
                grouping, ((string?)Known["historical"]!["metrics"]![(string)metric!["Name"]!] ?? "").Split(' '))));
    }

    [Fact]
    public async Task What_is_refused_is_a_gap_with_its_reason_and_takes_nothing_else_away()
    {
        var (numbers, _) = await ReadAsync(
            static _ => [], refuse: static request => Grouping(request) == "QUEUE" && Asks(request, Billing));

        Assert.Equal(4, numbers.Queues.Count);
        Assert.All(numbers.Queues, static each => Assert.Equal("General", each.Queue));
        Assert.Equal(8, numbers.Profiles.Count + numbers.Queues.Count);
        Assert.StartsWith("numbers of queues: ", Assert.Single(numbers.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_pages_are_read_and_a_backfill_that_was_stopped_goes_on_and_a_second_one_asks_for_nothing()
    {
        var store = new InMemoryNumbers();
        await using var server = await StartAsync(
            request => Grouping(request) == "QUEUE"
                ? [.. Times(request).Select(at => Row(request, Id(request), "VOICE", at, new() { ["CONTACTS_QUEUED_BY_ENQUEUE"] = 3 }))]
                : [],
            null);
        using var connect = server.Client();
        var source = new ConnectNumbers(connect, new ConnectDirectory(connect, Sample(), TimeProvider.System), Sample());
        var backfill = new NumbersBackfill(source, store, ["General", "Billing"], ["Generalists"]);
        var from = DateOnly.FromDateTime(Noon.AddDays(-3).UtcDateTime);

        await foreach (var day in backfill.RunAsync(from, Noon, isDry: true, Stop))
        {
            Assert.True(day.Missing > 0);
        }

        Assert.Empty(server.Requests);
        await using (var days = backfill.RunAsync(from, Noon, isDry: false, Stop).GetAsyncEnumerator(Stop))
        {
            Assert.True(await days.MoveNextAsync());
        }

        var asked = server.Requests.Count;
        var rest = await backfill.RunAsync(from, Noon, isDry: false, Stop).ToListAsync(Stop);
        Assert.Equal([0, 144, 144, 72], rest.Select(static day => day.Missing));
        Assert.Equal(
            Enumerable.Repeat(3L, (3 * 48) + 24),
            (await store.OfQueueAsync("Billing", Noon.AddDays(-3).AddHours(-12), Noon, Stop))
                .Select(static each => each.In(ContactChannel.Voice).Offered!.Value));
        Assert.True(server.Requests.Count > asked);

        asked = server.Requests.Count;
        Assert.All(await backfill.RunAsync(from, Noon, isDry: false, Stop).ToListAsync(Stop), static day => Assert.Equal(0, day.Missing));
        Assert.Equal(asked, server.Requests.Count);
    }

    [Fact]
    public async Task Waits_of_a_day_are_counted_step_by_step_with_the_thresholds_that_a_request_takes()
    {
        await using var server = await StartAsync(
            static request => Asks(request, General)
                ?
                [
                    Row(request, General, "VOICE", Noon, Steps("SUM_CONTACTS_ANSWERED_IN_X", 3, 12, 70)
                        .Concat(Steps("SUM_CONTACTS_ABANDONED_IN_X", 700)).ToDictionary()),

                    // how many were answered could not be computed here
                    Row(request, Billing, "VOICE", Noon, Steps("SUM_CONTACTS_ABANDONED_IN_X", 700)),
                ]
                : [],
            null);
        using var connect = server.Client();

        var read = await new ConnectWaits(connect, new ConnectDirectory(connect, Sample(), TimeProvider.System), Sample())
            .ReadAsync(Noon.AddHours(-12), Noon.AddHours(11), Stop);

        Assert.Empty(read.Problems);
        Assert.Equal(["General"], read.Queues);
        Assert.Equal(
            new ChannelWaits("General", ContactChannel.Voice, WaitCounts.Of([3, 12, 70]), WaitCounts.Of([700])),
            Assert.Single(read.Channels));
        Assert.All(server.Requests, static request =>
        {
            Assert.Equal("TOTAL", (string?)request["Interval"]!["IntervalPeriod"]);
            Assert.Equal(["QUEUE", "CHANNEL"], request["Groupings"]!.AsArray().Select(static one => (string)one!));
            Assert.Equal(20, request["Metrics"]!.AsArray().Count);
            Assert.All(request["Metrics"]!.AsArray(), static metric =>
            {
                var groupings = ((string?)Known["historical"]!["metrics"]![(string)metric!["Name"]!] ?? "").Split(' ');
                Assert.Subset(groupings.ToHashSet(), new HashSet<string> { "QUEUE", "CHANNEL" });
                Assert.InRange((int)metric["Threshold"]!.AsArray().Single()!["ThresholdValue"]!, 1, 604_800);
            });
        });
    }

    [Fact]
    public async Task Of_a_day_that_is_refused_nothing_is_known()
    {
        await using var server = await StartAsync(
            static _ => [], static request => $"{request}".Contains("ABANDONED", StringComparison.Ordinal));
        using var connect = server.Client();

        var read = await new ConnectWaits(connect, new ConnectDirectory(connect, Sample(), TimeProvider.System), Sample())
            .ReadAsync(Noon.AddHours(-12), Noon.AddHours(12), Stop);

        Assert.Empty(read.Queues);
        Assert.StartsWith("how long contacts waited: ", Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Hours_are_read_every_half_hour_and_the_days_of_a_week_once_at_night()
    {
        Assert.Equal(Noon.AddHours(-4), NumbersKeeper.From(Noon.AddMinutes(7)));
        var night = new DateTimeOffset(2026, 5, 4, 3, 7, 0, TimeSpan.Zero);
        Assert.Equal(night.AddMinutes(-7).AddDays(-8), NumbersKeeper.From(night));
        Assert.Equal(night.AddMinutes(23).AddHours(-4), NumbersKeeper.From(night.AddMinutes(30)));
    }

    private static Dictionary<string, double> Steps(string metric, params int[] waits) => WaitCounts.Ladder.Append(604_800)
        .ToDictionary(step => $"{metric}<{step}", step => (double)waits.Count(wait => wait < step));

    private static async Task<(CenterNumbers Numbers, JsonNode[] Requests)> ReadAsync(
        Func<JsonNode, JsonObject[]> answer, Func<JsonNode, bool>? refuse = null, bool isCoached = false)
    {
        await using var server = await StartAsync(answer, refuse);
        using var connect = server.Client();
        var center = isCoached ? Sample() with { Reports = new ReportSettings { To = [], Coaching = true } } : Sample();
        var numbers = await new ConnectNumbers(connect, new ConnectDirectory(connect, center, TimeProvider.System), center)
            .ReadAsync(Noon, Noon.AddHours(2), Stop);
        return (numbers, [.. server.Requests]);
    }

    private static async Task<NumbersServer> StartAsync(Func<JsonNode, JsonObject[]> answer, Func<JsonNode, bool>? refuse)
    {
        var requests = new ConcurrentQueue<JsonNode>();
        var server = await LocalHttpServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = JsonNode.Parse(await reader.ReadToEndAsync())!;
            requests.Enqueue(request);
            context.Response.ContentType = "application/json";
            var (start, end) = ((double)request["StartTime"]!, (double)request["EndTime"]!);
            if (refuse?.Invoke(request) == true || start >= end || end - start >= TimeSpan.FromDays(3).TotalSeconds || start % 1800 != 0)
            {
                context.Response.StatusCode = 400;
                context.Response.Headers["x-amzn-errortype"] = "InvalidParameterException";
                await context.Response.WriteAsync("""{"Message":"The difference between StartTime and EndTime is too long."}""");
                return;
            }

            // pages of forty, so that there are several
            var page = request["NextToken"] is { } token ? int.Parse((string)token!) : 0;
            var rows = answer(request);
            await context.Response.WriteAsync(new JsonObject
            {
                ["NextToken"] = rows.Length > (page + 1) * 40 ? $"{page + 1}" : null,
                ["MetricResults"] = new JsonArray([.. rows.Skip(page * 40).Take(40)]),
            }.ToJsonString());
        });
        return new NumbersServer(server, requests);
    }

    private static ContactCenterConfiguration Sample() =>
        ConfigurationReader.ReadChecked(File.ReadAllBytes(Repository.File("contactcenter.json"))) with
        {
            Queues =
            [
                new QueueSettings { Name = "General", Id = General },
                new QueueSettings { Name = "Billing", Id = Billing, ServiceLevelWithin = TimeSpan.FromSeconds(30) },
            ],
            RoutingProfiles = [new NamedResource { Name = "Generalists", Id = Generalists }],
        };

    private static string Grouping(JsonNode request) => (string)request["Groupings"]![0]!;

    private static string Id(JsonNode request) => (string)request["Filters"]![0]!["FilterValues"]![0]!;

    private static bool Asks(JsonNode request, string id) => Id(request) == id;

    private static IEnumerable<DateTimeOffset> Times(JsonNode request) => HalfHours.Between(
        DateTimeOffset.FromUnixTimeSeconds((long)(double)request["StartTime"]!),
        DateTimeOffset.FromUnixTimeSeconds((long)(double)request["EndTime"]!));

    /// <summary>
    /// A row as it was recorded: two keys for a queue, seconds since 1970, an end one second early, and the metric as asked.
    /// </summary>
    private static JsonObject Row(JsonNode request, string id, string? channel, DateTimeOffset at, Dictionary<string, double> values)
    {
        var grouping = Grouping(request);
        var dimensions = new JsonObject { [$"{grouping}_ARN"] = $"arn:aws:connect:::instance/i/{id}", [grouping] = id };
        if (channel is not null)
        {
            dimensions["CHANNEL"] = channel;
        }

        return new JsonObject
        {
            ["Dimensions"] = dimensions,
            ["MetricInterval"] = new JsonObject
            {
                ["Interval"] = "THIRTY_MIN",
                ["StartTime"] = at.ToUnixTimeSeconds(),
                ["EndTime"] = at.ToUnixTimeSeconds() + 1799,
            },
            ["Collections"] = new JsonArray(
            [
                .. request["Metrics"]!.AsArray().Select(metric =>
                {
                    var key = (string)metric!["Name"]!
                        + (metric["Threshold"]?[0]?["ThresholdValue"] is { } within ? $"<{within}" : "")
                        + (metric["MetricFilters"]?[0]?["MetricFilterValues"]?[0] is { } filter ? $"/{filter}" : "");
                    var answer = new JsonObject { ["Metric"] = metric.DeepClone() };
                    if (values.TryGetValue(key, out var value))
                    {
                        answer["Value"] = value;
                    }

                    return answer;
                }),
            ]),
        };
    }

    private static JsonObject WithQueue(JsonObject row, string queue)
    {
        row["Dimensions"]!["QUEUE"] = queue;
        return row;
    }

    private sealed class NumbersServer(LocalHttpServer server, ConcurrentQueue<JsonNode> requests) : IAsyncDisposable
    {
        public ConcurrentQueue<JsonNode> Requests => requests;

        public AmazonConnectClient Client() => new(new BasicAWSCredentials("test", "test"), new AmazonConnectConfig
        {
            ServiceURL = server.Address.ToString(),
            AuthenticationRegion = "eu-central-1",
            MaxErrorRetry = 0,
        });

        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
