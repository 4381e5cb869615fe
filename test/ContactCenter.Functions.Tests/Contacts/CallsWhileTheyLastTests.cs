using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Aws.Tests;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Contacts.Sentiment;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;
using ContactCenter.Simulation.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>
/// Calls while they last, through the deployed functions: records of the stream in, tasks of supervisors out. Every record is the recorded
/// one (<c>test/Recorded</c>) with another contact, turn and sentiment. Turns are written as + (positive), 0 and - (negative).
/// </summary>
public sealed class CallsWhileTheyLastTests : IDisposable
{
    private static readonly string Recorded =
        File.ReadAllText(Repository.File("test", "Recorded", "events", "25-contactlens-realtime-segments.json"));

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 16, 12, 0, 0, TimeSpan.Zero));
    private readonly StringWriter _log = new();
    private readonly RecordedTasks _tasks = new();
    private EmbeddedSystem? _system;
    private int _number;

    [Fact]
    public async Task A_call_that_gets_worse_is_a_task_of_the_supervisors()
    {
        var records = Records("c-1", "0+0+----");

        Assert.Equal("""{"signals":7,"duplicates":0,"scores":7}""", await TrackAsync(records[..7]));
        Assert.Empty(_tasks.Started);
        _ = await TrackAsync(records[7]);

        var task = Assert.Single(_tasks.Started).Value;
        Assert.Equal(("General", "c-1"), (task.Attributes["queue"], task.Attributes["callContactId"]));
    }

    [Fact]
    public async Task It_is_told_once_however_often_the_records_come_and_however_bad_it_stays()
    {
        var records = Records("c-1", "0000------");

        _ = await TrackAsync(records);
        _ = await TrackAsync(records);
        _ = await TrackAsync(Records("c-1", "0000------"));
        _ = await TrackAsync(Records("c-1", "0000-----------")[10..]);

        Assert.Equal(1, _tasks.Attempts);
        Assert.Equal(1, Count("CallsGettingWorse"));
    }

    [Fact]
    public async Task Calls_do_not_speak_for_each_other()
    {
        _ = await TrackAsync([.. Records("c-1", "0000--"), .. Records("c-2", "0000--"), .. Records("c-3", "00000000----")]);

        Assert.Equal(["worse-c-3"], _tasks.Started.Keys);
    }

    [Fact]
    public async Task The_task_names_the_queue_that_the_call_waited_in()
    {
        _ = await InvokeAsync($$$"""
            {"id":"q","detail-type":"Amazon Connect Contact Event","detail":{"eventType":"QUEUED","contactId":"c-1","queueInfo":{"queueArn":"{{{Sample.Instance.Arn}}}/queue/{{{Sample.Queues[2].Id}}}"} } }
            """);
        _ = await TrackAsync(Records("c-1", "0000----"));

        Assert.Equal("A call gets worse (queue Cards)", Assert.Single(_tasks.Started).Value.Name);
    }

    [Fact]
    public async Task The_trend_of_the_queue_follows_while_calls_last()
    {
        for (var i = 0; i < 6; i++)
        {
            _ = await InvokeAsync($$$"""
                {"id":"q{{{i}}}","detail-type":"Amazon Connect Contact Event","detail":{"eventType":"QUEUED","contactId":"c-{{{i}}}","queueInfo":{"queueArn":"{{{Sample.Instance.Arn}}}/queue/{{{Sample.Queues[2].Id}}}"} } }
                """);
            _ = await TrackAsync(Records($"c-{i}", "--"));
        }

        var told = _log.ToString().Split('\n').Last(line => line.Contains("CustomerSentimentTrend", StringComparison.Ordinal));
        Assert.Equal(("Cards", -0.6), ((string?)JsonNode.Parse(told)!["QueueName"], (double)JsonNode.Parse(told)!["CustomerSentiment"]!));
    }

    [Fact]
    public async Task A_task_that_could_not_be_started_is_started_with_the_next_turn_and_counted()
    {
        _tasks.Failures = 1;
        var records = Records("c-1", "0000----");

        Assert.DoesNotContain("batchItemFailures", await TrackAsync(records[..7]), StringComparison.Ordinal);
        Assert.Equal((0, 1), (_tasks.Started.Count, Count("SupervisorTaskFailures")));
        _ = await TrackAsync(records[7]);

        Assert.Single(_tasks.Started);
    }

    [Fact]
    public async Task An_attempt_that_ended_before_the_task_is_made_up_when_the_record_comes_again()
    {
        _tasks.Failures = 1;
        var records = Records("c-1", "0000---");
        _ = await TrackAsync(records);

        Assert.Equal("""{"signals":7,"duplicates":7,"scores":0}""", await TrackAsync(records));

        Assert.Single(_tasks.Started);
    }

    [Fact]
    public async Task A_call_that_is_long_past_is_nobody_s_task()
    {
        _tasks.Failures = 1;
        var records = Records("c-1", "0000---");
        _ = await TrackAsync(records);
        _clock.Now += Conversation.Timely;
        _ = await TrackAsync(records);

        Assert.Empty(_tasks.Started);
    }

    [Fact]
    public async Task A_record_that_could_not_be_kept_comes_again_alone()
    {
        var store = new ThrottledSentiment("c-2");
        var records = (string[])[.. Records("c-1", "0000----"), .. Records("c-2", "0")];

        var reply = JsonNode.Parse(await TrackAsync(store, records))!;

        Assert.Equal("9", (string?)Assert.Single(reply["batchItemFailures"]!.AsArray())!["itemIdentifier"]);
        Assert.Single(_tasks.Started);
    }

    [Fact]
    public async Task Records_that_nobody_understands_spoil_only_themselves()
    {
        string[] hostile =
        [
            Record("{"u8.ToArray()), Record([0xC3, 0x28]), Record("null"u8.ToArray()), Record("[]"u8.ToArray()),
            Record("""{"EventType":"SEGMENTS","ContactId":7,"Segments":{}}"""u8.ToArray()),
            Record("""{"EventType":"SEGMENTS","ContactId":"c-1","Segments":[7,null,{"Transcript":[]},{"Transcript":{"ParticipantRole":"CUSTOMER","Sentiment":"NEGATIVE","BeginOffsetMillis":"x"}}]}"""u8.ToArray()),
        ];

        _ = await TrackAsync([.. hostile, .. Records("c-1", "0000----")]);

        Assert.Single(_tasks.Started);
    }

    [Fact]
    public async Task Nothing_that_was_said_is_logged_or_told()
    {
        _ = await TrackAsync(Records("c-1", "0000----"));

        var task = Assert.Single(_tasks.Started).Value;
        Assert.All(
            [_log.ToString(), task.Name, task.Description, .. task.Attributes.Values],
            text => Assert.DoesNotContain("waited", text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Where_calls_are_not_followed_nobody_has_a_task()
    {
        _ = await TrackAsync(null, Sample, Records("c-1", "0000----"));

        Assert.Empty(_tasks.Started);
    }

    public void Dispose()
    {
        _system?.Dispose();
        _log.Dispose();
    }

    private static ContactCenterConfiguration Sample => Hooks.Configuration;

    private static ContactCenterConfiguration Live => Sample with
    {
        Sentiment = Sample.Sentiment with { Live = new LiveSentimentSettings { Queue = "General" } },
    };

    private int Count(string metric) => _log.ToString().Split('\n').Count(line =>
        line.StartsWith('{') && line.Contains($"\"{metric}\":1", StringComparison.Ordinal));

    /// <summary>A record for each turn of a customer.</summary>
    private string[] Records(string contact, string turns) => [.. turns.Select((turn, i) => Record(Turn(contact, i, turn)))];

    private static byte[] Turn(string contact, int number, char sentiment)
    {
        var json = JsonNode.Parse(Recorded)!;
        json["ContactId"] = contact;
        var said = json["Segments"]!.AsArray().Select(segment => segment!["Transcript"]).Single(static turn => turn is not null)!;
        said["Id"] = $"turn-{number}";
        said["BeginOffsetMillis"] = 5000 * number;
        said["Sentiment"] = sentiment switch { '+' => "POSITIVE", '-' => "NEGATIVE", _ => "NEUTRAL" };
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private string Record(byte[] data)
    {
        var number = ++_number;
        return new JsonObject
        {
            ["eventID"] = $"shardId-000000000000:{number}",
            ["eventSource"] = "aws:kinesis",
            ["kinesis"] = new JsonObject
            {
                ["sequenceNumber"] = $"{number}",
                ["approximateArrivalTimestamp"] = _clock.Now.ToUnixTimeMilliseconds() / 1000.0,
                ["data"] = Convert.ToBase64String(data),
            },
        }.ToJsonString();
    }

    private Task<string> TrackAsync(params string[] records) => TrackAsync(null, records);

    private Task<string> TrackAsync(ISentimentStore? store, params string[] records) => TrackAsync(store, Live, records);

    private Task<string> TrackAsync(ISentimentStore? store, ContactCenterConfiguration configuration, string[] records) =>
        InvokeAsync($$"""{"Records":[{{string.Join(',', records)}}]}""", store, configuration);

    private async Task<string> InvokeAsync(string json, ISentimentStore? store = null, ContactCenterConfiguration? configuration = null)
    {
        _system ??= new EmbeddedSystem(configuration ?? Live, _clock, _log, services =>
        {
            services.AddSingleton<ISupervisorTasks>(_tasks);
            services.AddSingleton(store ?? new InMemorySentiment());
        });
        return Encoding.UTF8.GetString(
            (await _system.InvokeAsync(EmbeddedFunction.Find("TrackSentiment")!, Encoding.UTF8.GetBytes(json))).Span);
    }

    /// <summary>A store that keeps nothing of one contact.</summary>
    private sealed class ThrottledSentiment(string contact) : ISentimentStore
    {
        private readonly InMemorySentiment _store = new();

        public ValueTask<RecordedSentiment?> RecordAsync(
            ContactSignal signal, string? queue, DateTimeOffset now, CancellationToken cancellationToken) =>
            signal.ContactId == contact
                ? throw new TimeoutException("throttled")
                : _store.RecordAsync(signal, queue, now, cancellationToken);

        public ValueTask<ContactSentiment?> FindAsync(string contact, CancellationToken cancellationToken) =>
            _store.FindAsync(contact, cancellationToken);

        public ValueTask ToldAsync(string contact, DateTimeOffset now, CancellationToken cancellationToken) =>
            _store.ToldAsync(contact, now, cancellationToken);
    }
}
