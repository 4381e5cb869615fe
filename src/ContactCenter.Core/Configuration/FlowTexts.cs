using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration;

/// <summary>
/// What the flows say in one language. What is left out is said in the packaged words of the language, where there are some.
/// </summary>
public sealed record FlowTexts
{
    /// <summary>Plain words: no line, tag, reference or placeholder, and not blank.</summary>
    internal const string Plain = "^(?=.*\\S)[^\\p{Cc}$<>{}]{1,500}$";

    internal const string PlainMeaning = Findings.FormPlain;

    /// <summary>Words beside a placeholder: a flow refuses to say a part that is blank.</summary>
    private const string Part = "(?=[^{]*[^\\s{])[^\\p{Cc}$<>{}]{1,250}";

    [Description("What callers and chats hear first.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? Greeting { get; set; }

    [Description("Says that the contact is recorded, where flows.recording tells customers.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? RecordingNotice { get; set; }

    [Description(
        "Asks whether the contact may be recorded, where flows.recording asks: key 1, or yes in a chat, is yes; everything else is no.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? RecordingQuestion { get; set; }

    [Description("Asks what the call is about, where a bot listens.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? Question { get; set; }

    [Description("One choice of the menu, with {choice} and after it {key}.")]
    [RegularExpression(
        "^" + Part + "\\{choice\\}" + Part + "\\{key\\}[^\\p{Cc}$<>{}]{0,250}$",
        ErrorMessage = Findings.FormMenuChoice)]
    public string? MenuChoice { get; set; }

    [Description("While the customer is looked up.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? OneMoment { get; set; }

    [Description("While an agent is looked for.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? LookingForAgent { get; set; }

    [Description("How many wait in the queue, with {count}.")]
    [RegularExpression("^" + Part + "\\{count\\}" + Part + "$", ErrorMessage = Findings.FormPosition)]
    public string? Position { get; set; }

    [Description("How long the wait is about, with {minutes}.")]
    [RegularExpression("^" + Part + "\\{minutes\\}" + Part + "$", ErrorMessage = Findings.FormWait)]
    public string? Wait { get; set; }

    [Description("Offers a callback; key 1 takes it.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? OfferCallback { get; set; }

    [Description("Asks for a telephone number to call back at; the pound key ends it.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? AskNumber { get; set; }

    [Description("The callback keeps its turn.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? CallbackArranged { get; set; }

    [Description("The callback comes when an agent is free.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? CallbackLater { get; set; }

    [Description("No queue takes the call.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? CallRefused { get; set; }

    [Description("Nobody is there now.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? Closed { get; set; }

    [Description("Offers a callback in opening hours; key 1 takes it.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? OfferCallbackWhenOpen { get; set; }

    [Description("Asks to call again in opening hours.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? CallAgain { get; set; }

    [Description("Asks to write again in opening hours.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? WriteAgain { get; set; }

    [Description("No queue takes the chat.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? ChatRefused { get; set; }

    [Description("Asks whether an answer has helped.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? DidItHelp { get; set; }

    [Description("An answer has helped.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? Helped { get; set; }

    [Description("To customers who wait, once a minute.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? Patience { get; set; }

    [Description("Asks for a rating of the call by the keys 1 to 5.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? RateCall { get; set; }

    [Description("Asks for a rating of the chat from 1 to 5.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? RateChat { get; set; }

    [Description("After the rating.")]
    [RegularExpression(Plain, ErrorMessage = PlainMeaning)]
    public string? Thanks { get; set; }
}

/// <summary>A language that the flows speak.</summary>
public sealed record FlowLanguage
{
    [Description("Two-letter code of the language, such as de.")]
    [RegularExpression("^[a-z]{2}$", ErrorMessage = Findings.FormTwoLetters)]
    public required string Code { get; set; }

    /// <summary>The same with a region, as bots and Contact Lens know it; null for en-US and de-DE.</summary>
    [Description(
        "The language with its region, such as de-AT: what bots listen in and Contact Lens analyses. English and German have one unless told otherwise.")]
    [RegularExpression("^[a-z]{2}-[A-Z]{2}$", ErrorMessage = Findings.FormLocale)]
    public string? Locale { get; set; }

    [Description("Voice of Amazon Polly, such as Joanna or Vicki. Without it the instance's own voice speaks.")]
    [RegularExpression("^[A-Za-z]{2,30}$", ErrorMessage = Findings.FormVoice)]
    public string? Voice { get; set; }

    [Description("How the voice speaks: standard, neural or generative. Not every voice has every engine.")]
    public VoiceEngine? Engine { get; set; }

    [Description("Telephone numbers of the center, such as +49691234567: who calls one of them is spoken to in this language.")]
    public IReadOnlyList<string> Numbers { get; set; } = [];

    [Description("What is said otherwise than the packaged words; a language without packaged words needs all of them.")]
    public FlowTexts Texts { get; set; } = new();
}

/// <summary>How Amazon Polly speaks. Not every voice has every engine, and not every region.</summary>
[JsonConverter(typeof(NamedEnumConverter<VoiceEngine>))]
public enum VoiceEngine
{
    /// <summary>Everywhere.</summary>
    Standard,

    /// <summary>More natural.</summary>
    Neural,

    /// <summary>The most natural.</summary>
    Generative,
}
