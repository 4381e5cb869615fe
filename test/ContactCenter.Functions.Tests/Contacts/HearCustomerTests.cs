using System.Text;
using System.Text.Json.Nodes;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Functions.Contacts;

namespace ContactCenter.Functions.Tests.Contacts;

public sealed class HearCustomerTests : IDisposable
{
    private readonly StringWriter _metrics = new();

    [Fact]
    public async Task The_bot_gets_what_was_heard_as_a_session_attribute()
    {
        var (answer, _) = await HearAsync(Recorded());

        Assert.Equal("where is my parcel", (string?)answer["sessionState"]!["sessionAttributes"]!["heard"]);
    }

    [Fact]
    public async Task Nothing_that_was_said_is_logged_or_measured()
    {
        var (_, log) = await HearAsync(Recorded());

        Assert.Contains("33333333-4444-5555-6666-000000000001", log, StringComparison.Ordinal);
        Assert.DoesNotContain("parcel", log + _metrics, StringComparison.Ordinal);
        Assert.DoesNotContain("+1555", log + _metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_said_and_what_of_it_was_missed_count_for_the_bot_that_heard_it()
    {
        var silent = Recorded();
        silent["inputTranscript"] = "";

        await HearAsync(silent);

        var line = Lines().Single(line => line["BotUtterances"] is not null);
        Assert.Equal(("BOTEXAMPLE", 1, 1), ((string?)line["BotId"], (int)line["BotUtterances"]!, (int)line["BotUtterancesMissed"]!));
    }

    [Fact]
    public async Task Of_a_synthetic_contact_nothing_is_measured()
    {
        var synthetic = Recorded();
        synthetic["sessionState"]!["sessionAttributes"]!["synthetic"] = "yes";

        var (_, log) = await HearAsync(synthetic);

        Assert.Empty(Lines());
        Assert.Contains("Synthetic contact", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_event_of_Lex_counts_as_a_default_and_for_no_bot()
    {
        await HearAsync(new JsonArray());

        Assert.Equal(1, (int)Lines().Single(line => line["HookDefaults"] is not null)["HookDefaults"]!);
        Assert.DoesNotContain(Lines(), line => line["BotUtterances"] is not null);
    }

    [Theory]
    [InlineData("sessionState", "session\\ud800State")]
    [InlineData("inputTranscript", "input\\udc00Transcript")]
    [InlineData("inputMode", "input\\ud83dMode")]
    public async Task A_name_that_is_no_text_costs_nothing_but_its_member(string before, string name)
    {
        var turn = Recorded().ToJsonString().Replace($"\"{before}\"", $"\"{name}\":7,\"{before}\"", StringComparison.Ordinal);

        var (answer, _) = await HearAsync(turn);

        Assert.Equal("where is my parcel", (string?)answer["sessionState"]!["sessionAttributes"]!["heard"]);
    }

    public void Dispose() => _metrics.Dispose();

    private static JsonNode Recorded() =>
        JsonNode.Parse(File.ReadAllText(Repository.File("test", "Recorded", "events", "14-lex-event-connect-voice.json")))!;

    private IEnumerable<JsonNode> Lines() =>
        _metrics.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);

    private Task<(JsonNode Answer, string Log)> HearAsync(JsonNode turn) => HearAsync(turn.ToJsonString());

    private async Task<(JsonNode Answer, string Log)> HearAsync(string turn)
    {
        var function = new HearCustomerFunction(
            new MetricLine(_metrics), new FunctionEnvironment(Hooks.Configuration, static _ => null), TimeProvider.System);
        var call = new LoggedCall(TimeSpan.FromSeconds(5));
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(turn));
        using var answer = await function.HearCustomer(input, call);
        return (JsonNode.Parse(answer)!, string.Join('\n', call.Lines));
    }
}
