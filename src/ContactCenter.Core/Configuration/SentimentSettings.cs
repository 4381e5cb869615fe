using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>How the sentiment of customers is followed.</summary>
public sealed record SentimentSettings
{
    /// <summary>
    /// Words and phrases of this center with a valence of -4 (bad) to 4 (good); they take precedence over the packaged ones.
    /// </summary>
    [Description("Words and phrases of your customers and what they mean: -4 (as bad as can be) to 4; 0 silences a word. At most 1,000.")]
    public IReadOnlyDictionary<string, int> Words { get; set; } = new Dictionary<string, int>();

    /// <summary>
    /// True when Contact Lens is on in the instance: then the deployment brings rules of its own, and its flows analyse what they record.
    /// </summary>
    [Description(
        "True when Contact Lens is on in the instance: then the deployment brings rules that tell how calls and chats went, and its flows analyse what they record (flows.recording).")]
    public bool ContactLens { get; set; }

    /// <summary>The language that the flows have analysed; the flow language takes one for a flow.</summary>
    [Description("Language of calls and chats that Contact Lens analyses, such as en-US or de-DE.")]
    [RegularExpression("^[a-z]{2}-[A-Z]{2}$", ErrorMessage = "a language with its region, such as en-US or de-AT")]
    public string Language { get; set; } = "en-US";

    /// <summary>What it means when a rule of Contact Lens matches: its name and a score of -1 to 1.</summary>
    [Description("Rules of Contact Lens whose match says how a customer feels: name of the rule and a score of -1 to 1.")]
    public IReadOnlyDictionary<string, double> Rules { get; set; } = new Dictionary<string, double>();
}
