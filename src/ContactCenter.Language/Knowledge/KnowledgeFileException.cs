namespace ContactCenter.Language.Knowledge;

/// <summary>A file is no knowledge base that this program can use; the message says why.</summary>
public sealed class KnowledgeFileException : Exception
{
    /// <summary>A failure.</summary>
    public KnowledgeFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
