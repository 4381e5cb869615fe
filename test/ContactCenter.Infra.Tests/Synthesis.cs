using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;
using ContactCenter.Infra.Packaging;
using ContactCenter.Infra.Tests.Flows;

namespace ContactCenter.Infra.Tests;

/// <summary>The templates of the sample configuration, synthesised once for all tests.</summary>
internal static class Synthesis
{
    /// <summary>The JavaScript runtime behind the CDK answers one caller at a time.</summary>
    private static readonly Lock Gate = new();

    /// <summary>The Region in which the sample stands by, so that what holds for every stack holds there too.</summary>
    public const string StandbyRegion = "eu-west-1";

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> AllTags = new(StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> Templates = new(() =>
        Of(Sample() with { StandbyRegion = StandbyRegion }));

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> BareTemplates = new(() => Of(Bare()));

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> CrowdedTemplates = new(() => Of(Crowded()));

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> BotTemplates = new(() => Of(Heard()));

    private static readonly Lazy<IReadOnlyDictionary<string, JsonObject>> EquippedTemplates = new(() => Of(EquippedSample.Configuration()));

    /// <summary>The sample that is in the repository, with calls that are followed while they last, which the file leaves out.</summary>
    public static ContactCenterConfiguration Sample()
    {
        var sample = ConfigurationReader.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "contactcenter.json"))).Configuration!;
        return sample with { Sentiment = sample.Sentiment with { Live = new LiveSentimentSettings { Queue = "General" } } };
    }

    /// <summary>The template of one stack of the sample.</summary>
    /// <param name="stack">Name without the prefix, such as <c>monitoring</c>.</param>
    public static JsonObject Stack(string stack) => Templates.Value[$"cc-prod-{stack}"];

    /// <summary>What each stack of the sample is tagged with, beside its template.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Tags => All.Keys.Select(stack => AllTags[stack]);

    /// <summary>Every template of the sample by its stack's name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> All => Templates.Value;

    /// <summary>
    /// Every template of the sample with all off that it can do without and still have flows: Contact Lens, logs of flows, a trail, the
    /// association of the bot, the weekly check.
    /// </summary>
    public static IReadOnlyDictionary<string, JsonObject> WithoutExtras => BareTemplates.Value;

    /// <summary>Every template of the sample with more queues than one stack of alarms takes, and without flows.</summary>
    public static IReadOnlyDictionary<string, JsonObject> ManyQueuesWithoutFlows => CrowdedTemplates.Value;

    /// <summary>
    /// Every template of the sample with the bot that is deployed, which does not hear its second language, and with
    /// synthetic contacts.
    /// </summary>
    public static IReadOnlyDictionary<string, JsonObject> WithBot => BotTemplates.Value;

    /// <summary>
    /// Every template of the sample with what it leaves out: failover, an API with a user pool, calls to people, tools that answer, reports
    /// of agents, dialogues, links under a name of one's own, a stream of calls that the instance has already, another time of the weekly
    /// check.
    /// </summary>
    public static IReadOnlyDictionary<string, JsonObject> Equipped => EquippedTemplates.Value;

    /// <summary>Synthesises configurations, beside each other in one application, with an empty function package.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Of(params ReadOnlySpan<ContactCenterConfiguration> configurations) =>
        Locked(configurations, hasEncoder: false);

    /// <summary>The templates of a configuration whose functions were published with an encoder.</summary>
    public static IReadOnlyDictionary<string, JsonObject> WithEncoder(ContactCenterConfiguration configuration) =>
        Locked([configuration], hasEncoder: true);

    private static Dictionary<string, JsonObject> Locked(ReadOnlySpan<ContactCenterConfiguration> configurations, bool hasEncoder)
    {
        lock (Gate)
        {
            return Synthesise(configurations, hasEncoder);
        }
    }

    private static Dictionary<string, JsonObject> Synthesise(ReadOnlySpan<ContactCenterConfiguration> configurations, bool hasEncoder)
    {
        var app = DeploymentApp.Create();
        var package = EmptyPackage();
        try
        {
            foreach (var configuration in configurations)
            {
                var packed = hasEncoder ? new PackedFunctions(package, null, package, package, null) : null;
                _ = new Deployment(app, configuration, package, packed);
            }

            var stacks = app.Synth().Stacks;
            foreach (var stack in stacks)
            {
                AllTags[stack.StackName] = new Dictionary<string, string>(stack.Tags, StringComparer.Ordinal);
            }

            return stacks.ToDictionary(
                stack => stack.StackName, stack => JsonNode.Parse(File.ReadAllText(stack.TemplateFullPath))!.AsObject(),
                StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(package, recursive: true);
        }
    }

    /// <summary>Resources of a type with their logical ids.</summary>
    public static IEnumerable<(string Id, JsonObject Properties)> Resources(this JsonObject template, string type) =>
        from resource in template["Resources"]!.AsObject()
        where (string?)resource.Value!["Type"] == type
        select (resource.Key, resource.Value["Properties"]?.AsObject() ?? []);

    private static ContactCenterConfiguration Bare()
    {
        var sample = Sample();
        sample.Flows!.AssociatesBot = false;
        sample.Flows.Replicated = true;
        sample.Account.LambdaConcurrency = 10;
        sample.Account.WeeklyCheck.Enabled = false;
        sample.Messages.ReachTest.Enabled = false;
        sample.Audit.Trail = false;
        return sample with
        {
            Instance = sample.Instance with { FlowLogs = false },
            Sentiment = sample.Sentiment with { ContactLens = false },
        };
    }

    /// <summary>The sample with a bot that is deployed, which hears one of its two languages, and with synthetic contacts.</summary>
    public static ContactCenterConfiguration Heard() =>
        FlowSamples.Get("deployed-bot-and-menu") with { StandbyRegion = StandbyRegion, Synthetic = new() };

    private static ContactCenterConfiguration Crowded()
    {
        var sample = Sample();
        return sample with
        {
            Queues = [.. sample.Queues, .. Enumerable.Range(0, 56).Select(i => new QueueSettings { Name = $"Queue {i}" })],
            Monitoring = new MonitoringSettings { Stacks = 2 },
            Flows = null,
            Sentiment = sample.Sentiment with { Live = null },
        };
    }

    private static string EmptyPackage()
    {
        var folder = Directory.CreateTempSubdirectory("contactcenter-package-").FullName;
        File.WriteAllText(Path.Combine(folder, $"{FunctionPackage.Handler}.dll"), "");
        File.WriteAllText(
            Path.Combine(folder, "aws-packages.txt"), "AWSSDK.Connect official\nAWSSDK.Lambda stand-in\nAmazon.Lambda stand-in\n");
        return folder;
    }
}
