using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Connect;
using Amazon.Runtime;
using ContactCenter.Testing;
using Microsoft.AspNetCore.Http;

namespace ContactCenter.Aws.Tests.Monitoring;

/// <summary>
/// Plays the metric calls and lists of Amazon Connect over HTTP, with the limits that its documentation names: what breaks one is refused.
/// Emulators lack these operations.
/// </summary>
internal sealed class ConnectService : IAsyncDisposable
{
    private const int PageSize = 40;

    /// <summary>
    /// Filters by which a request of <c>GetMetricDataV2</c> is authorised; it must have one of them (model of the service).
    /// </summary>
    private const string Authorising =
        "QUEUE, ROUTING_PROFILE, AGENT, AGENT_HIERARCHY_LEVEL_ONE, AGENT_HIERARCHY_LEVEL_TWO, AGENT_HIERARCHY_LEVEL_THREE, "
        + "AGENT_HIERARCHY_LEVEL_FOUR, AGENT_HIERARCHY_LEVEL_FIVE, CAMPAIGN, EVALUATION_FORM, EVALUATOR_ID";

    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly Dictionary<string, string> _queues = [];
    private readonly Dictionary<string, string> _profiles = [];
    private readonly Dictionary<(string Id, string? Channel, string Metric), double?> _values = [];
    private LocalHttpServer _server = null!;

    /// <summary>Where it answers.</summary>
    public Uri Address => _server.Address;

    /// <summary>Paths of the calls, in order.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    public static async Task<ConnectService> StartAsync()
    {
        var service = new ConnectService();
        service._server = await LocalHttpServer.StartAsync(service.HandleAsync);
        return service;
    }

    public static string IdOf(int number) => $"00000000-0000-0000-0000-{number:D12}";

    public ConnectService Queue(string name, int id) => Do(() => _queues[IdOf(id)] = name);

    public ConnectService Profile(string name, int id) => Do(() => _profiles[IdOf(id)] = name);

    /// <summary>A value to answer; a metric with a threshold is called <c>NAME&lt;seconds</c>; null: not computable.</summary>
    public ConnectService Value(int id, string metric, double? value) => Do(() => _values[(IdOf(id), null, metric)] = value);

    /// <summary>A value to answer where one channel is asked for, or grouped by.</summary>
    public ConnectService Value(int id, string channel, string metric, double? value) =>
        Do(() => _values[(IdOf(id), channel, metric)] = value);

    /// <summary>The next calls of a path are refused.</summary>
    public ConnectService Fails(string path, int times = int.MaxValue) => Do(() => _failures[path] = times);

    public AmazonConnectClient CreateClient() => new(new BasicAWSCredentials("test", "test"), new AmazonConnectConfig
    {
        ServiceURL = _server.Address.ToString(),
        AuthenticationRegion = "eu-central-1",
        MaxErrorRetry = 2,
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ConnectService Do(Action change)
    {
        change();
        return this;
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        _calls.Enqueue(path);
        var part = path.Split('/')[1] + (path.StartsWith("/metrics", StringComparison.Ordinal) ? "/" + path.Split('/')[2] : "");
        if (_failures.TryGetValue(part, out var left) && left > 0)
        {
            _failures[part] = left - 1;
            await RefuseAsync(context, HttpStatusCode.TooManyRequests, "ThrottlingException", "Rate exceeded");
            return;
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var request = body.Length == 0 ? [] : JsonNode.Parse(body)!.AsObject();
        try
        {
            var answer = part switch
            {
                "queues-summary" => List(context, "QueueSummaryList", _queues),
                "routing-profiles-summary" => List(context, "RoutingProfileSummaryList", _profiles),
                "metrics/current" => Current(request),
                "metrics/data" => Recent(request),
                _ => throw new InvalidOperationException($"no such operation: {path}"),
            };
            await context.Response.WriteAsync(answer.ToJsonString());
        }
        catch (InvalidOperationException refused)
        {
            await RefuseAsync(context, HttpStatusCode.BadRequest, "InvalidParameterException", refused.Message);
        }
    }

    private static async Task RefuseAsync(HttpContext context, HttpStatusCode status, string type, string message)
    {
        context.Response.StatusCode = (int)status;
        context.Response.Headers["x-amzn-ErrorType"] = type;
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { Message = message }));
    }

    private static JsonObject List(HttpContext context, string member, Dictionary<string, string> all)
    {
        var page = context.Request.Query["nextToken"].ToString() is { Length: > 0 } token ? int.Parse(token) : 0;
        return Page(member, [.. all.Select(item => new JsonObject { ["Id"] = item.Key, ["Name"] = item.Value })], page);
    }

    private JsonObject Current(JsonObject request)
    {
        var filters = request["Filters"]!.AsObject();
        Demand(filters.ContainsKey("Queues") != filters.ContainsKey("RoutingProfiles"), "one of Queues and RoutingProfiles");
        var ids = (filters["Queues"] ?? filters["RoutingProfiles"])!.AsArray().Select(id => (string)id!).ToArray();
        Demand(ids.Length is > 0 and <= 100, "1 to 100 filter values");
        var groupings = request["Groupings"]!.AsArray().Select(grouping => (string)grouping!).ToArray();
        Demand(groupings[0] == (filters.ContainsKey("Queues") ? "QUEUE" : "ROUTING_PROFILE"), "grouping as the filter");
        var channels = filters["Channels"]?.AsArray().Select(channel => (string?)channel).ToArray() ?? [null];
        var isByChannel = groupings.Contains("CHANNEL");
        Demand(!isByChannel || channels.All(channel => channel is "VOICE" or "CHAT" or "TASK"), "VOICE, CHAT and TASK to group by");
        Demand(isByChannel || channels.Length == 1, "one channel without grouping");
        var rows = ids.SelectMany(id => channels, (id, channel) => (Id: id, Channel: channel))
            .Where(row => _values.Keys.Any(key => (key.Id, key.Channel) == row));
        var results = rows.Select(row =>
        {
            var dimensions = new JsonObject
            {
                [groupings[0] == "QUEUE" ? "Queue" : "RoutingProfile"] = new JsonObject
                {
                    ["Id"] = row.Id,
                    ["Arn"] = $"arn:aws:connect:::instance/i/queue/{row.Id}"
                },
            };
            if (isByChannel)
            {
                dimensions["Channel"] = row.Channel;
            }

            return new JsonObject
            {
                ["Dimensions"] = dimensions,
                ["Collections"] = Collections(request["CurrentMetrics"]!.AsArray(), row.Id, row.Channel),
            };
        });
        return Page("MetricResults", [.. results], request["NextToken"] is { } token ? int.Parse((string)token!) : 0);
    }

    private JsonObject Recent(JsonObject request)
    {
        if (request["Interval"] is null)
        {
            throw new InvalidOperationException("without an interval a request is about a day at most");
        }

        var filters = request["Filters"]!.AsArray();
        Demand(filters.Count is > 0 and <= 5, "1 to 5 filter keys");
        Demand(filters.Any(each => Authorising.Contains((string)each!["FilterKey"]!)), $"at least one filter of {Authorising}");
        var counted = filters.Where(each => (string)each!["FilterKey"]! != "CHANNEL");
        Demand(counted.Sum(each => each!["FilterValues"]!.AsArray().Count) is > 0 and <= 100, "1 to 100 filter values");
        var grouping = (string)request["Groupings"]![0]!;
        var filter = filters.Single(each => (string)each!["FilterKey"]! == grouping)!;
        var ids = filter["FilterValues"]!.AsArray().Select(id => (string)id!).ToArray();
        var metrics = request["Metrics"]!.AsArray();
        Demand(metrics.Count(metric => (string)metric!["Name"]! == "SERVICE_LEVEL") <= 20, "at most 20 SERVICE_LEVEL");
        Demand(
            metrics.All(metric => (string)metric!["Name"]! == "SERVICE_LEVEL" == (metric["Threshold"] is not null)),
            "a threshold for SERVICE_LEVEL");
        Demand(
            metrics.All(metric => Groupings((string)metric!["Name"]!).Contains(grouping)), $"metrics that are grouped by {grouping}");
        var (start, end) = ((double)request["StartTime"]!, (double)request["EndTime"]!);
        Demand(start < end && start % 300 == 0 && end % 300 == 0, "a window on multiples of five minutes");
        var isByChannel = request["Groupings"]!.AsArray().Count > 1;
        var rows = _values.Keys.Where(key => ids.Contains(key.Id) && key.Channel is not null == isByChannel)
            .Select(key => (key.Id, key.Channel)).Distinct().OrderBy(row => Array.IndexOf(ids, row.Id));
        var results = rows.Select(row =>
        {
            var dimensions = new JsonObject { [(string)filter["FilterKey"]!] = row.Id };
            if (isByChannel)
            {
                dimensions["CHANNEL"] = row.Channel;
            }

            return new JsonObject { ["Dimensions"] = dimensions, ["Collections"] = Collections(metrics, row.Id, row.Channel) };
        });
        return Page("MetricResults", [.. results], request["NextToken"] is { } token ? int.Parse((string)token!) : 0);
    }

    /// <summary>By what a metric may be grouped, of what is asked for here (the model's documentation of each metric).</summary>
    private static string[] Groupings(string metric) => metric switch
    {
        "AGENT_OCCUPANCY" => ["ROUTING_PROFILE"],
        "FLOWS_STARTED" or "PERCENT_FLOWS_OUTCOME" => ["FLOWS_RESOURCE_ID"],
        "BOT_CONVERSATIONS_COMPLETED" or "PERCENT_BOT_CONVERSATIONS_OUTCOME" => ["BOT_ID", "FLOWS_RESOURCE_ID"],
        _ => ["QUEUE", "ROUTING_PROFILE"],
    };

    private JsonArray Collections(JsonArray metrics, string id, string? channel) =>
    [
        .. metrics.Select(metric =>
        {
            var threshold = metric!["Threshold"]?[0]?["ThresholdValue"];
            var value = _values.GetValueOrDefault((id, channel, (string)metric["Name"]! + (threshold is null ? "" : $"<{threshold}")));
            var answer = new JsonObject { ["Metric"] = metric.DeepClone() };
            if (value is not null)
            {
                answer["Value"] = value;
            }

            return answer;
        }),
    ];

    private static JsonObject Page(string member, JsonObject[] all, int page)
    {
        var answer = new JsonObject { [member] = new JsonArray([.. all.Skip(page * PageSize).Take(PageSize)]) };
        if (all.Length > (page + 1) * PageSize)
        {
            answer["NextToken"] = $"{page + 1}";
        }

        return answer;
    }

    private static void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"expected {what}");
        }
    }
}
