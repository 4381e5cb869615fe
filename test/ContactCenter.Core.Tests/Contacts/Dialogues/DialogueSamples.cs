using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Contacts.Dialogues;
using ContactCenter.Core.Contacts.Flows;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Core.Tests.Contacts.Dialogues;

/// <summary>The sample configuration of dialogues, and contacts that talk to it as a flow lets them.</summary>
internal static class DialogueSamples
{
    /// <summary>A Wednesday, noon in Berlin.</summary>
    public static readonly DateTimeOffset Now = new(2026, 12, 2, 11, 0, 0, TimeSpan.Zero);

    public static DateOnly Today => new(2026, 12, 2);

    public static ContactCenterConfiguration Configuration()
    {
        var reading = ConfigurationReader.Read(File.ReadAllBytes(Repository.File("samples", "dialogues.json")));
        Assert.Empty(reading.Problems);
        return reading.Configuration!;
    }

    public static DialogueSettings Dialogue(string name) => Configuration().Dialogues.Single(dialogue => dialogue.Name == name);

    public static DialogueContext Context(string language = "en", bool isSpoken = false) =>
        new(language, isSpoken, Today, static _ => null) { IsMonthFirst = language == "en" };

    /// <summary>What the knowledge base of these tests knows.</summary>
    public static string? Answer(string question) => question.StartsWith("where do I find", StringComparison.Ordinal)
        ? "It stands on every letter of ours."
        : null;
}

/// <summary>A contact that keeps of each answer what the module keeps.</summary>
internal sealed class TalkingContact(ContactCenterConfiguration configuration, string topic, string language, string channel)
{
    private readonly Dictionary<string, string> _attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["topic"] = topic,
        ["language"] = language,
        ["customerNumber"] = "100200",
    };

    public string ContactId { get; init; } = "4a573372-1f28-4e26-b97b-000000000001";

    public IDictionary<string, string> Attributes => _attributes;

    /// <summary>Makes one step; the function is played by what is given.</summary>
    public HookAnswer Step(
        Func<DialogueSettings, DialogueState, FlowRequest, FunctionResult> function, params ReadOnlySpan<(string, string)> told)
    {
        var request = Request(told);
        var run = DialogueDesk.Step(configuration, request, DialogueSamples.Now, DialogueSamples.Answer);
        if (run is { Dialogue: { } dialogue, Turn: { Status: DialogueStatus.Call } turn })
        {
            run = run.Called(function(dialogue, turn.State, request));
        }

        var answer = DialogueAnswer.Of(run);
        _attributes[HookAttributes.DialogueStateAttribute] = FlowSpeech.Shown(answer.Notes["state"]);
        return answer;
    }

    public FlowRequest Request(params ReadOnlySpan<(string Name, string Value)> told)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in told)
        {
            parameters[name] = value;
        }

        return new FlowRequest
        {
            ContactId = ContactId,
            InitialContactId = ContactId,
            Channel = channel,
            LanguageCode = language == "de" ? "de-DE" : "en-US",
            Parameters = parameters,
            Attributes = new Dictionary<string, string>(_attributes, StringComparer.OrdinalIgnoreCase),
        };
    }
}
