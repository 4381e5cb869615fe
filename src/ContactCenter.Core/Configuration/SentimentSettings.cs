using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>How the sentiment of customers is followed.</summary>
public sealed record SentimentSettings
{
    /// <summary>
    /// Words and phrases of this center with a valence of -4 (bad) to 4 (good); they take precedence over the packaged ones.
    /// </summary>
    [Description("Words and phrases of your customers and what they mean: -4 (as bad as can be) to 4; 0 silences a word. At most 1,000.")]
    public IReadOnlyDictionary<string, int> Words { get; set; } = new Dictionary<string, int>();

    [Description(
        "True when Contact Lens is on in the instance: then the deployment brings rules that tell how calls and chats went, and its flows analyse what they record (flows.recording).")]
    public bool ContactLens { get; set; }

    [Description("Language of calls and chats that Contact Lens analyses, such as en-US or de-DE.")]
    [RegularExpression("^[a-z]{2}-[A-Z]{2}$", ErrorMessage = Findings.FormLocale)]
    public string Language { get; set; } = "en-US";

    [Description(
        "Follows calls while they last and gives a supervisor a task when one gets worse; needs contactLens, the section flows, and calls that are analysed in real time (flows.recording).")]
    public LiveSentimentSettings? Live { get; set; }

    /// <summary>Whether calls are followed while they last.</summary>
    [JsonIgnore]
    public bool IsLive => ContactLens && Live is not null;

    [Description("Rules of Contact Lens whose match says how a customer feels: name of the rule and a score of -1 to 1.")]
    public IReadOnlyDictionary<string, double> Rules { get; set; } = new Dictionary<string, double>();
}

/// <summary>Who hears of a call that gets worse, and the stream by which Amazon Connect tells of calls.</summary>
public sealed record LiveSentimentSettings
{
    [Description("Name of the queue whose agents, the supervisors, get a task when a call gets worse.")]
    public required string Queue { get; set; }

    [Description(
        "ARN of the Kinesis data stream that the instance sends segments of calls to already; an instance takes one. Without it the deployment brings one.")]
    [RegularExpression("^arn:aws[a-z-]*:kinesis:[a-z0-9-]+:[0-9]{12}:stream/[A-Za-z0-9_.-]{1,128}$")]
    public string? Stream { get; set; }

    /// <summary>ARN of the customer managed key of <see cref="Stream"/>; null: AWS's own.</summary>
    [Description("ARN of the KMS key by which that stream is encrypted, if it is one of your own.")]
    [RegularExpression("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]{1,64}$")]
    public string? StreamKey { get; set; }

    [Description("Shards of the stream that the deployment brings; each takes a megabyte a second.")]
    [Range(1, 50)]
    public int Shards { get; set; } = 1;
}
