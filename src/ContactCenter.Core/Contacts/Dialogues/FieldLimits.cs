namespace ContactCenter.Core.Contacts.Dialogues;

/// <summary>How much a dialogue may ask: all of it stands in one attribute of the contact.</summary>
public static class FieldLimits
{
    /// <summary>More than six questions are a form for a web page.</summary>
    public const int MaximumFields = 6;

    /// <summary>The most digits that a number may have: the whole number of a card has more, and no place in a contact.</summary>
    public const int MaximumDigits = 12;

    /// <summary>The most characters of words.</summary>
    public const int MaximumWords = 100;
}
