using System.Text;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Tests.Architecture;

namespace ContactCenter.Core.Tests.Contacts.Dialogues;

/// <summary>Whole dialogues: as customers would talk (said.txt), and after what is recorded of flows and bots (recorded.txt).</summary>
public sealed class SaidTests
{
    private static readonly string[] Files = ["said.txt", "recorded.txt"];

    public static TheoryData<string> All => [.. Files.SelectMany(Contacts).Select(static contact => contact.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_dialogue_goes_as_customers_would_have_it(string name)
    {
        var contact = Files.SelectMany(Contacts).Single(one => one.Name == name);
        var configuration = DialogueSamples.Configuration();
        var dialogue = configuration.Dialogues.Single(one => one.Name == contact.Dialogue);
        var talk = new TalkingContact(configuration, dialogue.Topics[0], contact.Language, contact.Channel);
        var (calls, answers) = (new Queue<string>(contact.Lines.Where(IsCall)), new List<string>());
        HookAnswer? last = null;
        foreach (var line in contact.Lines.Where(static line => !IsCall(line)))
        {
            if (line.StartsWith('>'))
            {
                last ??= talk.Step(Function, ("step", "begin"));
                string[] expected = [.. line[1..].Trim().Split(' ', 2), ""];
                Assert.True(
                    last.Decision == expected[0] && (last.Sentences["say"] ?? "").Contains(expected[1], StringComparison.OrdinalIgnoreCase),
                    $"{name}: expected {line}, got {last.Decision} \"{last.Sentences["say"]}\" ({last.Reasons[0]})");
                continue;
            }

            var said = line[1..].Trim();
            last = said switch
            {
                "" => talk.Step(Function, ("step", "silence")),
                "(waited)" => talk.Step(Function, ("step", "waited")),
                _ when said.StartsWith("(intent ", StringComparison.Ordinal) =>
                    talk.Step(Function, ("text", said[(said.IndexOf(')') + 1)..].Trim()), ("intent", said[8..said.IndexOf(')')])),
                _ when said.StartsWith("(digits) ", StringComparison.Ordinal) => talk.Step(Function, ("digits", said[9..])),
                _ => talk.Step(Function, ("text", said)),
            };
        }

        Assert.True(calls.Count == 0, $"{name}: {string.Join(", ", calls)} was not called");

        FunctionResult Function(Core.Configuration.Dialogues.DialogueSettings called, DialogueState state, FlowRequest request)
        {
            string[] expected = calls.Dequeue()["call".Length..].Split("->", StringSplitOptions.TrimEntries);
            var told = called.Fields.Zip(state.Values).Select(static field => $"{field.First.Name}={field.Second}");
            Assert.Equal(expected[0], string.Join(' ', told));
            return Result(expected[1]);
        }
    }

    /// <summary>What the function answers: done name=value, ask field, agent, late, failed, nonsense, or JSON.</summary>
    private static FunctionResult Result(string said)
    {
        string[] words = [.. said.Split(' ', 2), ""];
        var json = words[0] switch
        {
            "done" when words[1].Split('=', 2) is [var name, var value] => $$$"""{"status":"done","values":{"{{{name}}}":"{{{value}}}"}}""",
            "done" => """{"status":"done"}""",
            "ask" => $$"""{"status":"ask","field":"{{words[1].Split(' ')[0]}}"}""",
            "agent" => """{"status":"agent","values":null}""",
            "nonsense" => """{"statusCode":200,"body":"done"}""",
            "json" => words[1],
            _ => null,
        };
        return json is not null ? new FunctionResult(FunctionOutcome.Answered, Encoding.UTF8.GetBytes(json))
            : words[0] == "late" ? FunctionResult.Late
            : FunctionResult.Failed;
    }

    private static bool IsCall(string line) => line.StartsWith("call", StringComparison.Ordinal);

    private static IEnumerable<SaidContact> Contacts(string file)
    {
        var lines = File.ReadAllLines(Repository.File("test", "ContactCenter.Core.Tests", "Contacts", "Dialogues", file));
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("==", StringComparison.Ordinal))
            {
                var parts = lines[i][2..].Split('|', StringSplitOptions.TrimEntries);
                yield return new SaidContact(
                    parts[0], parts[1], parts[2], parts[3],
                    [
                        .. lines.Skip(i + 1)
                            .TakeWhile(static line => !line.StartsWith("==", StringComparison.Ordinal))
                            .Where(static line => line.Length > 0 && line[0] != '#')
                    ]);
            }
        }
    }

    private sealed record SaidContact(string Name, string Language, string Channel, string Dialogue, IReadOnlyList<string> Lines);
}
