namespace ContactCenter.Core.Contacts.Tickets;

/// <summary>A ticket is there no more, or takes nothing more, however often it is tried.</summary>
public sealed class TicketGoneException : Exception
{
    /// <summary>Without a reason.</summary>
    public TicketGoneException()
    {
    }

    /// <summary>With its reason.</summary>
    public TicketGoneException(string message)
        : base(message)
    {
    }

    /// <summary>With its reason and what led to it.</summary>
    public TicketGoneException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
