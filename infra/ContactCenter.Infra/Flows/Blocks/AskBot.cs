using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactCenter.Infra.Flows.Blocks;

/// <summary>
/// Lets an Amazon Lex V2 bot listen to what the customer says or writes: words are where <see cref="FlowDesign.Words"/> says then, the
/// intent in <c>$.Lex.IntentName</c>.
/// </summary>
/// <param name="Text">The question; not asked where <see cref="FirstWords"/> are there, because the service takes only one of them.</param>
/// <param name="AliasArn">ARN of the bot's alias.</param>
internal sealed record AskBot(string Text, string AliasArn) : FlowBlock
{
    /// <summary>
    /// How long a chat may be silent before <see cref="OnSilence"/>, in seconds: what the console sets unless told otherwise. Calls have
    /// the timers of the bot. Without it nothing would lead there in a chat.
    /// </summary>
    public const int SilenceSeconds = 300;

    /// <summary>Where intents of these names lead.</summary>
    public required IReadOnlyDictionary<string, string> Intents { get; init; }

    /// <summary>Where every other intent leads: its words are what counts.</summary>
    public required string OnOtherIntent { get; init; }

    /// <summary>When the customer says nothing.</summary>
    public required string OnSilence { get; init; }

    /// <summary>When the bot does not answer.</summary>
    public required string OnError { get; init; }

    /// <summary>What the bot hears instead of asking, as <c>$.Media.InitialMessage</c> of a chat; null: it asks.</summary>
    public string? FirstWords { get; init; }

    /// <summary>What the bot's code hook is told, as session attributes.</summary>
    public IReadOnlyDictionary<string, string> Told { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override string Type => "ConnectParticipantWithLexBot";

    /// <inheritdoc/>
    public override JsonObject Parameters
    {
        get
        {
            var parameters = new JsonObject
            {
                ["LexV2Bot"] = new JsonObject { ["AliasArn"] = AliasArn },
                ["LexTimeoutSeconds"] = new JsonObject { ["Text"] = SilenceSeconds.ToString(CultureInfo.InvariantCulture) },
            };
            if (Told.Count > 0)
            {
                parameters["LexSessionAttributes"] = Map(Told);
            }

            if (FirstWords is null)
            {
                parameters["Text"] = Text;
            }
            else
            {
                parameters["LexInitializationData"] = new JsonObject { ["InitialMessage"] = FirstWords };
            }

            return parameters;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<FlowBranch> Branches =>
    [
        FlowBranch.Next(OnOtherIntent),
        .. Intents.Select(intent => FlowBranch.When(intent.Key, intent.Value)),
        FlowBranch.On(FlowBranch.TimeLimit, OnSilence),
        FlowBranch.On(FlowBranch.NoMatch, OnOtherIntent),
        FlowBranch.On(FlowBranch.AnyError, OnError),
    ];

    /// <inheritdoc/>
    public override string Summary => FirstWords is null ? $"Let the bot listen: {Text}" : $"Let the bot hear {FirstWords}";
}
