using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Configuration.Dialogues;

/// <summary>A routine wish of customers that a dialogue finishes: what is asked, which function does it, and what is said then.</summary>
public sealed record DialogueSettings
{
    /// <summary>The longest that a hook waits for the function at a time; it answers within two seconds itself.</summary>
    public const int MaximumMilliseconds = 1500;

    [Description("Short name, such as block-card; the function and the metrics are told it.")]
    [RegularExpression("^[a-z][a-z0-9-]{0,31}$", ErrorMessage = Findings.FormDialogue)]
    public required string Name { get; set; }

    [Description("Topics of the classifier that lead to it.")]
    public required IReadOnlyList<string> Topics { get; set; }

    [Description("What is asked, in this order; at most six. Empty: the function is called at once, or after the confirmation.")]
    public IReadOnlyList<DialogueField> Fields { get; set; } = [];

    [Description("False where nothing is changed, so that the customer need not say yes before the function is called.")]
    public bool Confirms { get; set; } = true;

    [Description("ARN of your Lambda function that does it (docs/design/dialogues.md has the contract), with or without an alias.")]
    [RegularExpression(
        "^arn:aws[a-z-]*:lambda:[a-z0-9-]+:[0-9]{12}:function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9_-]{1,128})?$",
        ErrorMessage = Findings.FormFunctionArn)]
    public required string Function { get; set; }

    [Description("Milliseconds after which the customer is asked for patience and the function is asked again, 200 to 1500.")]
    [Range(200, MaximumMilliseconds)]
    public int FunctionMilliseconds { get; set; } = 1200;

    [Description("Attributes of the contact that the function is told, such as customerNumber; at most ten.")]
    public IReadOnlyList<string> Passes { get; set; } = [];

    [Description("Values that the function answers and that are said at the end, such as reference; at most ten.")]
    public IReadOnlyList<string> Answers { get; set; } = [];

    [Description("What is said, by two-letter code of the language: en, de. In other languages the dialogue is not begun.")]
    public required IReadOnlyDictionary<string, DialogueTexts> Texts { get; set; }

    /// <summary>Name of the function without account and alias, as configuration and hooks know functions.</summary>
    [JsonIgnore]
    public string FunctionName => Function.Split(':') is { Length: > 6 } parts ? parts[6] : Function;
}

/// <summary>What a dialogue says beside its questions.</summary>
public sealed record DialogueTexts
{
    /// <summary>Plain words with placeholders: no line, tag or reference, and not blank.</summary>
    internal const string Plain = "^(?=.*\\S)[^\\p{Cc}$<>]{1,500}$";

    [Description("Asks whether it is right, with fields in braces: \"Shall I block the card ending in {card}?\"")]
    [RegularExpression(Plain, ErrorMessage = Findings.FormPlainWithFields)]
    public string? Confirm { get; set; }

    [Description("Says what was done, with fields and answers of the function in braces.")]
    [RegularExpression(Plain, ErrorMessage = Findings.FormPlainWithFields)]
    public required string Done { get; set; }
}

/// <summary>One thing that a dialogue asks.</summary>
public sealed record DialogueField
{
    [Description("Short name, such as card: the function gets the value by it.")]
    [RegularExpression("^[a-z][A-Za-z0-9]{0,31}$", ErrorMessage = Findings.FormDialogueField)]
    public required string Name { get; set; }

    [Description("cardEnding, digits, date, amount, choice or words.")]
    public required DialogueFieldKind Kind { get; set; }

    [Description("What is asked, by two-letter code of the language. Where there are choices it names their keys for callers.")]
    public required IReadOnlyDictionary<string, string> Questions { get; set; }

    [Description("The least: digits of a number, days from today, the amount, characters of words.")]
    [Range(0, 1_000_000)]
    public double? Minimum { get; set; }

    [Description("The most, in the same units. Digits at most 12, because a whole number of a card has no place here; words at most 100.")]
    [Range(0, 1_000_000)]
    public double? Maximum { get; set; }

    [Description("A regular expression that the whole value must match, such as ^[1-9][0-9]{7}$.")]
    [RegularExpression("^[^\\x00-\\x1f]{1,200}$", ErrorMessage = Findings.FormPattern)]
    public string? Pattern { get; set; }

    [Description("What can be chosen, at most nine: the first is key 1.")]
    public IReadOnlyList<DialogueChoice> Choices { get; set; } = [];

    [Description("How often it is asked, 1 to 5; after that an agent takes over.")]
    [Range(1, 5)]
    public int Attempts { get; set; } = 3;
}

/// <summary>One of several things that can be chosen.</summary>
public sealed record DialogueChoice
{
    [Description("The value that the function gets.")]
    [RegularExpression("^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$", ErrorMessage = Findings.FormDialogueValue)]
    public required string Value { get; set; }

    [Description("What customers say for it, by two-letter code of the language; the first is said back.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Words { get; set; }
}

/// <summary>What a field of a dialogue takes.</summary>
[JsonConverter(typeof(NamedEnumConverter<DialogueFieldKind>))]
public enum DialogueFieldKind
{
    /// <summary>The last four digits of a card. Of a whole number nothing else is kept.</summary>
    CardEnding,

    /// <summary>A number of digits, such as a customer number.</summary>
    Digits,

    /// <summary>A day.</summary>
    Date,

    /// <summary>An amount of money.</summary>
    Amount,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>Words as they are; callers need a bot for it.</summary>
    Words,
}
