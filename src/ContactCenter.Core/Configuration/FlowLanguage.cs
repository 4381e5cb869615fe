using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace ContactCenter.Core.Configuration;

/// <summary>A language that the flows speak.</summary>
public sealed record FlowLanguage
{
    /// <summary>Two-letter code (ISO 639-1).</summary>
    [Description("Two-letter code of the language, such as de.")]
    [RegularExpression("^[a-z]{2}$")]
    public required string Code { get; set; }

    /// <summary>The same with a region, as bots and Contact Lens know it; null for en-US and de-DE.</summary>
    [Description("The language with its region, such as de-AT: what bots listen in and Contact Lens analyses. English and German have one unless told otherwise.")]
    [RegularExpression("^[a-z]{2}-[A-Z]{2}$")]
    public string? Locale { get; set; }

    /// <summary>The voice of Amazon Polly, or null: the voice of the instance.</summary>
    [Description("Voice of Amazon Polly, such as Joanna or Vicki. Without it the instance's own voice speaks.")]
    [RegularExpression("^[A-Za-z]{2,30}$")]
    public string? Voice { get; set; }

    /// <summary>How the voice speaks, or null: as the instance has it.</summary>
    [Description("How the voice speaks: standard, neural or generative. Not every voice has every engine.")]
    public VoiceEngine? Engine { get; set; }

    /// <summary>Telephone numbers of the center whose callers are spoken to in this language.</summary>
    [Description("Telephone numbers of the center, such as +49691234567: who calls one of them is spoken to in this language.")]
    public IReadOnlyList<string> Numbers { get; set; } = [];

    /// <summary>What is said otherwise than the packaged words.</summary>
    [Description("What is said otherwise than the packaged words; a language without packaged words needs all of them.")]
    public FlowTexts Texts { get; set; } = new();
}
