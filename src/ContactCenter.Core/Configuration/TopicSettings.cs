using System.ComponentModel;

namespace ContactCenter.Core.Configuration;

/// <summary>What is kept of what contacts are about, beside their number.</summary>
public sealed record TopicSettings
{
    [Description(
        "True: what customers said is kept for seven days, personal data masked, where the classifier was not sure, so that somebody can say in the console what it was about.")]
    public bool KeepUnsure { get; set; }
}
