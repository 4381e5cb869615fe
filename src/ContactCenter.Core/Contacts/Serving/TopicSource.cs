namespace ContactCenter.Core.Contacts.Serving;

/// <summary>What a topic was taken from.</summary>
public enum TopicSource
{
    /// <summary>There is no topic.</summary>
    None,

    /// <summary>The customer's own words.</summary>
    Words,

    /// <summary>The intent that Lex recognised.</summary>
    Intent,

    /// <summary>The key that the customer pressed.</summary>
    Menu,
}
