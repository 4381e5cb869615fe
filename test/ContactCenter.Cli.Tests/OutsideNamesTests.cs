using System.Reflection;
using System.Text.Json.Nodes;
using Amazon.Lambda.Annotations;
using ContactCenter.Cli.Tests.Outside;
using ContactCenter.Core.Contacts.Queues;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Functions;
using ContactCenter.Testing;

namespace ContactCenter.Cli.Tests;

/// <summary>
/// Every name that a file, a table, a message, a flow, a secret, a shell or another system knows, as somebody last looked at it. None of
/// it depends on what types are called or where they stand. What is stored and sent is held by
/// <c>test/ContactCenter.Functions.Tests/Outside</c>, what is deployed by <c>test/ContactCenter.Infra.Tests/Snapshots</c>, and the alarms
/// by <c>docs/alarms.md</c>. <c>UPDATE_SNAPSHOTS=1 dotnet test test/ContactCenter.Cli.Tests --filter OutsideNamesTests</c> takes them
/// anew.
/// </summary>
public sealed class OutsideNamesTests : IDisposable
{
    private const string AnalysisFailed =
        """{"id":"e","detail-type":"Contact Lens Analysis State Change","detail":{"contact":"c","state":"FAILED"}}""";

    private const string OneAlarm = "2026-03-02T08:00:00.000+0000";

    private static readonly string[] Assemblies =
        [
            "ContactCenter.Language", "ContactCenter.Core", "ContactCenter.Aws", "ContactCenter.Functions", "ContactCenter.Simulation",
            "ContactCenter.Embedded", "contactcenter"
        ];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Members_of_every_document() => Holds("documents", JsonShapes.Of(Assemblies.Select(Assembly.Load)));

    [Fact]
    public void Words_in_the_code() => Holds("words", NameLiterals.All());

    [Fact]
    public void Commands_options_and_arguments() => Holds("commands", CommandTree.Of(Program.Create()));

    [Fact]
    public async Task Parameters_and_attributes_of_the_hooks() => Holds("hooks", await FlowHooks.LinesAsync());

    [Fact]
    public async Task Answers_and_metrics_of_the_other_functions()
    {
        using var probe = await Probe.CreateAsync();
        var lines = new List<string>();
        foreach (var (function, json) in new[]
        {
            ("TriageAlarm", Recorded.Envelope(Recorded.Message("full", "ALARM", OneAlarm))),
            ("TriageAlarm", "{}"),
            ("AdvanceEscalations", "{}"),
            ("DeliverEffects", "{}"),
            ("RecordChange", "{}"),
            ("CollectConnectMetrics", "{}"),
            ("AnswerLink", "{}"),
            ("AnswerSlack", "{}"),
            ("AnswerServiceNow", "{}"),
            ("TrackSentiment", AnalysisFailed),
        })
        {
            lines.Add(json == "{}" ? $"{function} of nothing" : function);
            lines.AddRange((await probe.AskAsync(function, json)).Select(line => $"  {line}"));
        }

        Holds("functions", lines);
    }

    [Fact]
    public void Metrics_of_the_collector() =>
        Holds("metrics", OwnMetrics.All.Select(metric =>
                $"{metric.Name} in {metric.Unit} by {metric.Dimension ?? "the instance"}{(metric.IsByChannel ? " and Channel" : "")}")
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Variables_of_the_environment_and_names_of_what_is_deployed()
    {
        var configuration = Settings.Load(null, TextWriter.Null)!;
        var names = DeploymentNames.Of(configuration);
        var handlers = typeof(FunctionEnvironment).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null).Select(method => method.Name);
        Holds("deployment",
        [
            .. Variables().Select(name => $"variable {name}"),
            .. handlers.Order(StringComparer.Ordinal).Select(name => $"handler {name}"),
            .. SystemFunctions.All.Select(function => $"function {names.Function(function)} runs {function.Handler}")
                .Order(StringComparer.Ordinal),
            .. names.Topics(configuration).Select(name => $"topic {name}"),
            .. names.DeadLetterQueues(configuration).Select(name => $"queue {name}"),
            .. names.Rules.Select(name => $"rule {name}"),
            $"table {names.IncidentsTable}",
            $"table {names.ContactsTable}",
        ]);

        SortedSet<string> Variables()
        {
            var asked = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var value in new[] { null, "x" })
            {
                string? Answer(string name)
                {
                    _ = asked.Add(name);
                    return value;
                }

                _ = Assert.ThrowsAny<Exception>(() => new FunctionEnvironment(name => Answer(name) ?? "/nowhere"));
                var environment = new FunctionEnvironment(configuration, Answer);
                foreach (var property in typeof(FunctionEnvironment).GetProperties())
                {
                    try
                    {
                        _ = property.GetValue(environment);
                    }
                    catch (TargetInvocationException)
                    {
                        // it was asked for, and what it is does not matter here
                    }
                }
            }

            return asked;
        }
    }

    [Fact]
    public async Task What_commands_print_and_return()
    {
        var alarms = _cli.File("alarms.json", Recorded.Envelope(
            Recorded.Message("full", "ALARM", OneAlarm), Recorded.Message("full", "OK", "2026-03-02T08:03:00.000+0000")));
        var said = _cli.File("said.txt", "I hate waiting");
        var wrong = _cli.File("wrong.json", "{}");
        string[][] commands =
        [
            ["replay", alarms, "--json"],
            ["classify", "packaged", "I lost my card", "--json"],
            ["sentiment", said, "--json"],
            ["ask", "how do I block my card", "--json"],
            ["alarms", "--deployed"],
            ["validate"],
            ["validate", wrong],
            ["nonsense"],
        ];

        var runs = await Task.WhenAll(commands.Select(async command => (Command: command, Run: await CommandLine.Run(command))));

        Holds("output", runs.SelectMany(run =>
            Printed(run.Run.Output).Prepend($"{string.Join(' ', run.Command.Select(Path.GetFileName))} returns {run.Run.Code}")));
    }

    /// <summary>The lines, and of those that are JSON the members.</summary>
    private static IEnumerable<string> Printed(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(line => line.StartsWith('{') ? JsonPaths(JsonNode.Parse(line), "") : [line])
        .Distinct().Select(line => $"  {line.TrimEnd()}");

    private static IEnumerable<string> JsonPaths(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => JsonPaths(member.Value, $"{path}.{member.Key}")),
        JsonArray elements => elements.SelectMany(element => JsonPaths(element, $"{path}[]")),
        _ => [path],
    };

    private static void Holds(string section, IEnumerable<string> lines)
    {
        var snapshot = Repository.File("test", "ContactCenter.Cli.Tests", "Snapshots", $"{section}.txt");
        var drift = TextSnapshot.Drift(snapshot, string.Join('\n', lines) + "\n");
        Assert.True(drift is null, drift);
    }
}
