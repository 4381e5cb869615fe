using ContactCenter.Core.Configuration;
using ContactCenter.Core.Configuration.Dialogues;
using ContactCenter.Core.Deployment;
using ContactCenter.Core.Tests.Architecture;
using ContactCenter.Core.Validation;

namespace ContactCenter.Infra.Tests.Flows;

/// <summary>
/// Configurations whose flows differ: with a bot and a menu, with either, with neither, without Contact Lens, with customers who are asked
/// whether they may be recorded, with and without the guides of agents, and with the bot that is deployed, which does not hear
/// the German of Switzerland.
/// </summary>
internal static class FlowSamples
{
    /// <summary>Who calls it is spoken to in German.</summary>
    public const string GermanNumber = "+4969123456789";

    public static IEnumerable<string> Names =>
        ["bot-and-menu", "bot", "bot-without-lens", "bot-asked", "deployed-bot-and-menu", "menu", "bare"];

    /// <summary>Everybody is asked but callers of one number, who are told, and German chats, of which nothing is recorded.</summary>
    private static RecordingSettings Asked => new()
    {
        Consent = Consent.Ask,
        Automated = true,
        Paused = [RecordingStep.Words, RecordingStep.Number],
        Entries =
        [
            new() { Number = GermanNumber, Consent = Consent.Tell },
            new() { Flow = "chat", Language = "de", Consent = Consent.Off },
        ],
    };

    /// <summary>Behind the name of a sample that has the dialogues of samples/dialogues.json as well.</summary>
    public const string WithDialogues = "+dialogues";

    /// <summary>The dialogues of that file.</summary>
    public static IReadOnlyList<DialogueSettings> Dialogues { get; } = ConfigurationReader.Read(
        File.ReadAllBytes(Repository.File("samples", "dialogues.json"))).Configuration!.Dialogues;

    public static ContactCenterConfiguration Get(string name)
    {
        if (name.EndsWith(WithDialogues, StringComparison.Ordinal))
        {
            return Get(name[..^WithDialogues.Length]) with { Dialogues = Dialogues };
        }

        var sample = Synthesis.Sample();
        var flows = sample.Flows!;
        var isAsked = name.EndsWith("asked", StringComparison.Ordinal);
        var isBare = name == "bare";
        var isDeployed = name.StartsWith("deployed", StringComparison.Ordinal);
        return DeployedBot.In(sample with
        {
            // the first is the default queue
            Queues = [.. sample.Queues.Select((queue, i) => queue with { NeverRecorded = isAsked && i < 2 })],
            Flows = flows with
            {
                AgentGuide = name is "bot-and-menu" or "bot-asked" ? new() { OnContacts = !isAsked } : null,
                AgentReports = isBare ? null : new() { Language = isAsked ? "de" : null, OnContacts = !isAsked },
                Recording = isAsked ? Asked : flows.Recording,
                DeployedBot = isDeployed ? new() : null,
                Languages = isDeployed
                    ? [.. flows.Languages.Select(language => language with { Locale = language.Code == "de" ? "de-CH" : language.Locale })]
                    : flows.Languages,
                Bot = name.StartsWith("bot", StringComparison.Ordinal) ? sample.Bots[0].Name : null,
                Menu = name.EndsWith("menu", StringComparison.Ordinal) ? flows.Menu : [],
            },
            Sentiment = sample.Sentiment with { ContactLens = !name.EndsWith("without-lens", StringComparison.Ordinal) },
        });
    }
}
