namespace ContactCenter.Language.Classification.Model;

/// <summary>A file cannot be used as a model; the message says what was found and what would be right.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public ModelFileException()
        : base("The model file cannot be used.")
    {
    }

    /// <summary>An exception that says what was found and what would be right.</summary>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with its cause.</summary>
    public ModelFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
