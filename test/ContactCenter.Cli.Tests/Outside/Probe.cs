using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Cli.Invoke;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation;

namespace ContactCenter.Cli.Tests.Outside;

/// <summary>
/// Asks the functions as <c>contactcenter invoke</c> does, on a Monday morning with a customer and the state of the queues, and reads
/// what they answer and which metrics they tell.
/// </summary>
internal sealed class Probe : IDisposable
{
    private const string Queues = """
        {"at":"2026-03-02T08:59:30Z","queues":[
          {"name":"General","waiting":4,"oldestSeconds":60,"agentsStaffed":3,"agentsAvailable":0,"agentsOnContact":3,"arrivalsPerMinute":1,
           "averageHandleSeconds":240,"abandonmentPercent":5},
          {"name":"Cards","waiting":1,"agentsStaffed":2,"averageHandleSeconds":200},
          {"name":"Technical","agentsStaffed":0}]}
        """;

    private const string Customer = """{"customer":{"name":"Ann","segment":"gold","since":"2019"},"cases":{"open":2}}""";

    private readonly CommandLine _files = new();
    private readonly StringWriter _log = new();
    private readonly InvokedSystem _system;
    private int _contacts;

    private Probe(DateTimeOffset now) =>
        _system = new InvokedSystem(Settings.Load(null, TextWriter.Null)!, new VirtualClock(now), _log, TextWriter.Null);

    public static async Task<Probe> CreateAsync(params string[] alarms)
    {
        var probe = new Probe(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        var circumstances = new InvokeCircumstances(
            [.. alarms.Select((alarm, i) => probe._files.File($"alarm-{i}.json", alarm))],
            probe._files.File("queues.json", Queues),
            probe._files.File("customer.json", Customer),
            null,
            null);
        await circumstances.ApplyAsync(probe._system, TestContext.Current.CancellationToken);
        _ = probe._log.GetStringBuilder().Clear();
        return probe;
    }

    /// <summary>What a function answers to an event: each member, and each metric, a line.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(string function, string json)
    {
        var answer = await _system.InvokeAsync(EmbeddedFunction.Find(function)!, System.Text.Encoding.UTF8.GetBytes(json));
        var lines = _log.ToString().Split('\n').Where(line => line.StartsWith("{\"_aws\"", StringComparison.Ordinal));
        _ = _log.GetStringBuilder().Clear();
        return [.. Members(JsonNode.Parse(answer), ""), .. lines.SelectMany(line => Metrics(JsonNode.Parse(line)!))];
    }

    /// <summary>A contact on the phone, with parameters of its block and attributes.</summary>
    public string Contact(IEnumerable<(string Name, string Value)> parameters, IEnumerable<(string Name, string Value)> attributes)
    {
        var contact = new JsonObject
        {
            ["ContactId"] = $"contact-{++_contacts}",
            ["Channel"] = "VOICE",
            ["CustomerEndpoint"] = new JsonObject { ["Address"] = "+4930123456789", ["Type"] = "TELEPHONE_NUMBER" },
            ["LanguageCode"] = "en-US",
            ["Queue"] = null,
            ["Attributes"] = Object(attributes),
        };
        var details = new JsonObject { ["ContactData"] = contact, ["Parameters"] = Object(parameters) };
        return new JsonObject { ["Name"] = "ContactFlowEvent", ["Details"] = details }.ToJsonString();
    }

    public void Dispose()
    {
        _system.Dispose();
        _log.Dispose();
        _files.Dispose();
    }

    private static JsonObject Object(IEnumerable<(string Name, string Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));

    private static IEnumerable<string> Members(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .SelectMany(member => Members(member.Value, path.Length == 0 ? member.Key : $"{path}.{member.Key}")),
        JsonArray elements => elements.SelectMany(element => Members(element, $"{path}[]")).DefaultIfEmpty($"{path}[]"),
        _ => [$"{path} = {(node is null ? "null" : node.GetValueKind() == JsonValueKind.String ? (string)node! : node.ToJsonString())}"],
    };

    /// <summary>Namespace, name, unit and dimensions; of dimensions whose values are a closed set the value too.</summary>
    private static IEnumerable<string> Metrics(JsonNode line)
    {
        var directive = line["_aws"]!["CloudWatchMetrics"]![0]!;
        var dimensions = directive["Dimensions"]![0]!.AsArray().Select(name => (string)name!)
            .Select(name => name == "InstanceId" ? name : $"{name}={line[name]}");
        return directive["Metrics"]!.AsArray().Select(metric =>
            $"metric {directive["Namespace"]} {metric!["Name"]} in {metric["Unit"]} by {string.Join(", ", dimensions)}");
    }
}
