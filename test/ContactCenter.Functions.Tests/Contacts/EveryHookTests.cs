using System.Text;
using System.Text.Json;

namespace ContactCenter.Functions.Tests.Contacts;

/// <summary>What holds for every hook, whatever it is asked.</summary>
public sealed class EveryHookTests : IDisposable
{
    private const int Seeds = 300;
    private static readonly string[] Names =
    [
        "topic", "queue", "segment", "tier", "sentiment", "urgency", "language", "recentContacts", "text", "dtmf", "menu", "intent", "uses",
        "callback", "answer"
    ];
    private static readonly string[] Values =
    [
        "", " ", "none", "card_lost", "General", "gold", "-1", "NaN", "1e308", "critical", "de", "json", "1=a,2=b,=,,",
        "\u0000\u0001\u001b[2J", "<speak>&amp;</speak>", "$.Attributes.x", "{\"a\":[", "]}", "\\u0000", "\u2028\u202e",
        "😀", "\ud83d", "../../etc/passwd", "'; DROP TABLE x; --", "\"", "\\",
    ];

    private readonly Hooks _hooks = new();

    public static TheoryData<string, string> Recorded
    {
        get
        {
            var data = new TheoryData<string, string>();
            using var hooks = new Hooks();
            foreach (var hook in hooks.All.Keys)
            {
                foreach (var flow in RecordedFlows.Names)
                {
                    data.Add(hook, flow);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> All => [.. new Hooks().All.Keys];

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task A_recorded_request_gets_a_complete_answer_that_is_not_the_prepared_one(string hook, string flow)
    {
        var call = new LoggedCall(TimeSpan.FromSeconds(30));

        var answer = await Hooks.AskAsync(_hooks.All[hook], RecordedFlows.Read(flow), call);

        Assert.NotEqual("default", answer["status"]);
        Assert.DoesNotContain(call.Lines, static line => line.Contains("prepared", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_the_attributes_hold_the_answer_has_the_same_keys(string hook)
    {
        var expected = (await Hooks.AskAsync(_hooks.All[hook], RecordedFlows.Read("voice-full"))).Keys.ToArray();
        for (var seed = 0; seed < Seeds; seed++)
        {
            var answer = await Hooks.AskAsync(_hooks.All[hook], Hostile(new Random(seed)));

            Assert.True(expected.SequenceEqual(answer.Keys), $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Whatever_bytes_arrive_the_answer_is_complete(string hook)
    {
        var whole = Encoding.UTF8.GetBytes(RecordedFlows.Read("voice-full"));
        var random = new Random(1);
        for (var i = 0; i < Seeds; i++)
        {
            var bytes = whole[..random.Next(whole.Length)];
            if (bytes.Length > 0)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            using var input = new MemoryStream(bytes);
            using var answer = await JsonDocument.ParseAsync(
                await _hooks.All[hook](input, new LoggedCall(TimeSpan.FromSeconds(30))),
                cancellationToken: TestContext.Current.CancellationToken);
            Assert.All(answer.RootElement.EnumerateObject(), static member => Assert.NotEmpty(member.Value.GetString()!));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stream_that_breaks_and_a_call_without_time_get_the_prepared_answer(string hook)
    {
        using var broken = new BrokenStream();

        var answers = new[]
        {
            await JsonDocument.ParseAsync(
                await _hooks.All[hook](broken, new LoggedCall(TimeSpan.FromSeconds(30))),
                cancellationToken: TestContext.Current.CancellationToken),
            JsonSerializer.SerializeToDocument(await Hooks.AskAsync(
                _hooks.All[hook], RecordedFlows.Read("chat"), new LoggedCall(TimeSpan.FromMilliseconds(100)))),
        };

        Assert.All(answers, static answer => Assert.NotEmpty(answer.RootElement.GetProperty("status").GetString()!));
        Assert.Equal(2, _hooks.Metrics.Split("\"HookDefaults\":1").Length - 1);
    }

    public void Dispose() => _hooks.Dispose();

    private static string Hostile(Random random)
    {
        Dictionary<string, string> Some() => Enumerable.Range(0, random.Next(Names.Length))
            .Select(_ => Names[random.Next(Names.Length)]).Distinct()
            .ToDictionary(
                static name => name,
                _ => string.Concat(Enumerable.Repeat(Values[random.Next(Values.Length)], random.Next(4) == 0 ? 5000 : 1)));

        return JsonSerializer.Serialize(new
        {
            Details = new
            {
                Parameters = Some().Where(static pair => pair.Key != "answer").ToDictionary(),
                ContactData = new
                {
                    ContactId = random.Next(3) == 0 ? Values[random.Next(Values.Length)] : Guid.NewGuid().ToString(),
                    Channel = Values[random.Next(Values.Length)],
                    Attributes = Some(),
                    LanguageCode = Values[random.Next(Values.Length)],
                    Name = Values[random.Next(Values.Length)],
                    CustomerEndpoint = new { Address = Values[random.Next(Values.Length)] },
                },
            },
        });
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("broken");
    }
}
