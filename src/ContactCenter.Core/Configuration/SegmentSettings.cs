using System.ComponentModel;

namespace ContactCenter.Core.Configuration;

/// <summary>What customers of a segment are promised.</summary>
public sealed record SegmentSettings
{
    /// <summary>They are served as if they had come so much earlier as this is shorter than the promise to everybody.</summary>
    [Description("Promised time to an answer, such as 30s. They are served as if they had come earlier by what it is shorter than routing.answerWithin.")]
    public required TimeSpan AnswerWithin { get; set; }
}
