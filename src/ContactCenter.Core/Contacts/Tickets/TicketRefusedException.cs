namespace ContactCenter.Core.Contacts.Tickets;

/// <summary>A ticket cannot be opened for a contact, however often it is tried.</summary>
public sealed class TicketRefusedException : Exception
{
    /// <summary>Without a reason.</summary>
    public TicketRefusedException()
    {
    }

    /// <summary>With its reason.</summary>
    public TicketRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>With its reason and what led to it.</summary>
    public TicketRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
