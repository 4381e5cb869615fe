namespace ContactCenter.Core.Configuration;

/// <summary>How Amazon Polly speaks. Not every voice has every engine, and not every region.</summary>
public enum VoiceEngine
{
    /// <summary>Everywhere.</summary>
    Standard,

    /// <summary>More natural.</summary>
    Neural,

    /// <summary>The most natural.</summary>
    Generative,
}
