using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Functions.Tests.Outside;

/// <summary>Everything that a story needs: the deployed functions, their tables and bucket, and topics by name.</summary>
internal sealed partial class World : IAsyncDisposable
{
    /// <summary>When the recordings end, in minutes after noon.</summary>
    public const double EndOfRecording = IncidentStory.End;

    public const string RemediationTopic = "arn:aws:sns:eu-central-1:123456789012:cc-test-remediation";

    public static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Audiences = ["on-call", "tools", "managers", "everybody"];

    private World(StoredTables tables, StoredBucket bucket, PlayedTables capacity, DeployedFunctions functions)
    {
        Tables = tables;
        Bucket = bucket;
        Capacity = capacity;
        Functions = functions;
    }

    public StoredTables Tables { get; }

    public StoredBucket Bucket { get; }

    public PlayedTables Capacity { get; }

    public DeployedFunctions Functions { get; }

    /// <summary>Folder of the recordings; one folder each version.</summary>
    public static string Recordings { get; } = Repository.File("test", "ContactCenter.Functions.Tests", "Recorded", "Stored");

    /// <summary>A world in which nothing has happened yet, with the configuration of a recording.</summary>
    /// <param name="emulator">The emulator.</param>
    /// <param name="version">The version of the recording.</param>
    /// <param name="deployed">Tables that are there already; null: new ones.</param>
    public static async Task<World> CreateAsync(
        Emulator emulator, string version = StoredRecording.Newest, StoredTables? deployed = null)
    {
        var tables = deployed ?? await StoredTables.CreateAsync(emulator);
        var bucket = await StoredBucket.CreateAsync(emulator);
        var names = new OwnNames();
        var capacity = new PlayedTables(emulator, names);
        var aws = await PlayedAws.StartAsync(emulator.Address, names);
        var functions = await DeployedFunctions.StartAsync(aws, Path.Combine(Recordings, version, "contactcenter.json"), Noon);
        var topics = new JsonObject(Audiences.Select(audience => KeyValuePair.Create(audience, (JsonNode?)Topic(audience))));
        _ = functions
            .With("INCIDENTS_TABLE", tables.Incidents)
            .With("CONTACTS_TABLE", tables.Contacts)
            .With("MODELS_BUCKET", bucket.Name)
            .With("AUDIENCE_TOPICS", topics.ToJsonString())
            .With("REMEDIATION_TOPIC_ARN", RemediationTopic)
            .With("TASK_FLOW_ID", "22222222-3333-4444-5555-666666666666")
            .With("LINK_BASE_URL", "https://cc.example.com/a")
            .With("LINK_SECRET_ARN", Secret("links"))
            .With("CALLER_KEY_ARN", Secret("caller"))
            .With("SLACK_SIGNING_SECRET_ARN", Secret("slack-app"))
            .With("SERVICENOW_CALLBACK_SECRET_ARN", Secret("servicenow-callback"))
            .With("DASHBOARD_URL", "https://cloudwatch.example.com/cc");
        return new World(tables, bucket, capacity, functions);
    }

    /// <summary>A world with the incidents that a version has stored, or some of their items, at the end of its recording.</summary>
    public static async Task<World> RestoreIncidentsAsync(Emulator emulator, string version, Func<StoredItem, bool>? which = null)
    {
        var world = await CreateAsync(emulator, version);
        await world.Tables.PutAsync(world.Tables.Incidents, StoredRecording.Read(version).Incidents.Where(which ?? (static _ => true)));
        _ = world.At(EndOfRecording);
        return world;
    }

    /// <summary>A world with what a version has learned from contacts, early enough that the state of the queues still counts.</summary>
    public static async Task<World> RestoreContactsAsync(Emulator emulator, string version)
    {
        var world = await CreateAsync(emulator, version);
        var recording = StoredRecording.Read(version);
        await world.Tables.PutAsync(world.Tables.Contacts, recording.Contacts);
        foreach (var (key, content) in recording.Bucket)
        {
            await world.Bucket.PutAsync(key, content);
        }

        _ = world.At(1);
        return world;
    }

    public static string Topic(string audience) => $"arn:aws:sns:eu-central-1:123456789012:cc-test-audience-{audience}";

    /// <summary>Sets the clock.</summary>
    public DateTimeOffset At(double minutes) => Functions.Clock.Now = Noon.AddMinutes(minutes);

    /// <summary>The id of the incident that a function has answered with.</summary>
    public async Task<string> TriageAsync(string alarm) =>
        (string)JsonNode.Parse(await Functions.InvokeAsync("TriageAlarm", alarm))![0]!["incident"]!;

    /// <summary>
    /// The stream brings effects of an incident that nobody has carried out, one after the other: the emulator does not keep transactions
    /// apart that run at the same moment, and a story must end the same way every time.
    /// </summary>
    public async Task DeliverAsync(string incidentId, Func<JsonNode, bool>? which = null)
    {
        var effects = await Tables.EffectsOfAsync(incidentId);
        foreach (var effect in effects.Where(item => item.Attributes.ContainsKey("dueIn") && which?.Invoke(item.Body!) is not false))
        {
            _ = await Functions.InvokeAsync("DeliverEffects", Events.Inserted([effect.Attributes]));
        }
    }

    public async Task<IReadOnlyList<StoredItem>> EffectsAsync(Func<StoredItem, bool> which) =>
        [.. (await Tables.ItemsAsync(Tables.Incidents)).Where(item => item.Attributes["kind"].S == "effect" && which(item))];

    /// <summary>A link that people got to do something about an incident; always the same one of them.</summary>
    public string LinkFor(string incidentId, char action) => Functions.Http.Calls.Concat(Functions.Aws.Calls)
        .SelectMany(call => Links().Matches(Uri.UnescapeDataString(call.Body)).Select(link => link.Value))
        .Order(StringComparer.Ordinal)
        .Last(link => link.Split('~') is [_, _, var letter, _, var id, ..] && letter == $"{action}" && id == incidentId);

    public async ValueTask DisposeAsync()
    {
        await Functions.DisposeAsync();
        await Tables.DisposeAsync();
        await Capacity.DisposeAsync();
        Bucket.Dispose();
    }

    private static string Secret(string name) => $"arn:aws:secretsmanager:eu-central-1:123456789012:secret:{name}";

    [GeneratedRegex("https://cc\\.example\\.com/a/[A-Za-z0-9~._-]+")]
    private static partial Regex Links();
}
