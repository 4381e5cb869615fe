using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Parsing;
using ContactCenter.Embedded;
using ContactCenter.Embedded.Calls;

namespace ContactCenter.Fuzz;

/// <summary>
/// Deployed functions that are handed what they are handed in an account. None throws but what its caller tries again, every answer is
/// JSON, and a record that is broken spoils only itself: whole ones stand before and behind it.
/// </summary>
internal static class FunctionEntries
{
    /// <summary>After so many inputs a system with empty stores takes over: what is told to it is kept.</summary>
    private const int InputsOfASystem = 2000;

    [ThreadStatic]
    private static int _asked;

    [ThreadStatic]
    private static (EmbeddedSystem System, int Inputs)? _current;

    /// <summary>All of them, on a configuration.</summary>
    public static IReadOnlyList<FuzzEntry> All(ContactCenterConfiguration configuration)
    {
        // as many as are read for the others, and slower
        FuzzEntry Entry(string name, IReadOnlyList<byte[]> samples, Action<byte[]> read) => new(name, samples, read) { Rarity = 8 };
        void Ask(string function, byte[] input) => _ = Invoke(configuration, function, input);

        return
        [
            Entry("record-callback", FuzzSamples.CallbackWishes, input => Ask("RecordCallback", input)),
            Entry("track-callbacks", FuzzSamples.CallbackEnds, input => Ask("TrackCallbacks", input)),
            Entry("watch-promises", FuzzSamples.CallbackEnds, input => Ask("WatchPromises", input)),
            Entry("open-tickets", FuzzSamples.CallbackEnds, input => Ask("OpenTickets", input)),
            Entry("hear-customer", FuzzSamples.BotTurns, input => CheckTurn(Invoke(configuration, "HearCustomer", input))),
            Entry("track-calls", FuzzSamples.Segments, input => CheckBatch(configuration, input)),
            Entry("fail-over", FuzzSamples.Failovers, input => Ask("FailOver", input)),
            Entry("triage", FuzzSamples.Foreign, input => CheckEvent(configuration, input)),
            Entry("answer-call", FuzzSamples.PressedKeys, input => Ask("AnswerCall", input)),
            Entry("end-call", FuzzSamples.EndedCalls, input => Ask("EndCall", input)),
            Entry("serve-api", ApiRequests.Of(configuration), input => CheckAnswer(ApiRequests.Open(configuration), input)),
            Entry("scenarios", FuzzSamples.Scenarios, input => CheckAnswer(
                ApiRequests.Open(configuration), ApiRequests.Preview(input))),
        ];
    }

    private static JsonElement Invoke(ContactCenterConfiguration configuration, string function, byte[] input)
    {
        if (_current is not { Inputs: < InputsOfASystem } current)
        {
            _current?.System.Dispose();
            current = (new EmbeddedSystem(configuration, TimeProvider.System, TextWriter.Null), 0);
        }

        _current = (current.System, current.Inputs + 1);
        var answer = current.System.InvokeAsync(EmbeddedFunction.Find(function)!, input).GetAwaiter().GetResult();
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.Clone();
    }

    /// <summary>Amazon Lex takes 12 KB of session attributes, and refuses an answer with half a letter.</summary>
    private static void CheckTurn(JsonElement answer)
    {
        var attributes = answer.GetProperty("sessionState").GetProperty("sessionAttributes");
        Demand(Encoding.UTF8.GetByteCount(attributes.GetRawText()) <= 12 * 1024, "an answer has more than Amazon Lex takes");
        foreach (var attribute in attributes.EnumerateObject())
        {
            FuzzEntries.Check(attribute.Name);
            FuzzEntries.Check(attribute.Value.GetString());
        }
    }

    /// <summary>Whatever stands between two records of a stream, both are heard, and nothing holds up the shard.</summary>
    private static void CheckBatch(ContactCenterConfiguration configuration, byte[] input)
    {
        var (before, behind) = (Turn(), Turn());
        var records = new JsonArray();
        foreach (var (record, number) in new[] { before, input, behind }.Select(static (record, i) => (record, i)))
        {
            records.Add(new JsonObject
            {
                ["eventSource"] = "aws:kinesis",
                ["kinesis"] = new JsonObject { ["sequenceNumber"] = $"{number}", ["data"] = Convert.ToBase64String(record) },
            });
        }

        var batch = Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = records }.ToJsonString());
        var answer = Invoke(configuration, "TrackSentiment", batch);
        Demand(answer.GetProperty("scores").GetInt32() >= 2, "a record has spoiled another one");
        Demand(!answer.TryGetProperty("batchItemFailures", out _), "a record that cannot be read comes again for ever");
    }

    private static byte[] Turn() => Encoding.UTF8.GetBytes(
        $$$"""{"Version":"1.0.0","Channel":"VOICE","ContactId":"{{{Guid.NewGuid()}}}","LanguageCode":"en-US","EventId":"{{{Guid.NewGuid()}}}","EventType":"SEGMENTS","Segments":[{"Transcript":{"Id":"t","ParticipantRole":"CUSTOMER","Content":"bad","Sentiment":"NEGATIVE"}}]}""");

    /// <summary>Whatever another system tells, a message beside it is decided.</summary>
    private static void CheckEvent(ContactCenterConfiguration configuration, byte[] input)
    {
        var records = new JsonArray();
        foreach (var message in new[] { Encoding.UTF8.GetString(input), Encoding.UTF8.GetString(FuzzSamples.QueueFull) })
        {
            records.Add(new JsonObject { ["EventSource"] = "aws:sns", ["Sns"] = new JsonObject { ["Message"] = message } });
        }

        var request = Encoding.UTF8.GetBytes(new JsonObject { ["Records"] = records }.ToJsonString());
        var answer = Invoke(configuration, "TriageAlarm", request);

        // what is longer than SNS takes becomes one incident that somebody looks at
        Demand(answer.GetArrayLength() >= (request.Length > AlarmParser.MaximumBytes ? 1 : 2), "a message has spoiled another one");
    }

    /// <summary>Whatever is asked is answered: nothing fails, and what is refused says why.</summary>
    private static void CheckAnswer(ContactCenterConfiguration configuration, byte[] input)
    {
        var answer = Invoke(configuration, "ServeApi", ApiRequests.Event(input, _asked++));
        var (status, body) = (answer.GetProperty("statusCode").GetInt32(), answer.GetProperty("body").GetString());
        FuzzEntries.Check(body);
        Demand(status is >= 200 and < 500, $"it is answered with {status}: {body}");
        if (!string.IsNullOrEmpty(body))
        {
            using var document = JsonDocument.Parse(body);
            Demand(
                status < 400 || document.RootElement.GetProperty("detail").GetString() is { Length: > 0 and < 4000 },
                "a refusal does not say why, or at length");
        }
    }

    private static void Demand(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidDataException(problem);
        }
    }
}
