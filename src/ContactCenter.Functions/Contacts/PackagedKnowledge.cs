using ContactCenter.Language.Knowledge;

namespace ContactCenter.Functions.Contacts;

/// <summary>
/// The knowledge base that was packaged with the functions, which answers unless people have published another. Without one every question
/// goes to an agent.
/// </summary>
public sealed class PackagedKnowledge
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    public PackagedKnowledge(string path)
    {
        try
        {
            Base = KnowledgeFile.Read(File.ReadAllBytes(path), isVerified: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or KnowledgeFileException)
        {
            Problem = $"{path}: {failure.Message}";
        }
    }

    /// <summary>A base that is in memory.</summary>
    /// <param name="known">The base.</param>
    public PackagedKnowledge(KnowledgeBase known) => Base = known;

    /// <summary>The base, or null.</summary>
    public KnowledgeBase? Base { get; }

    /// <summary>Why there is none, or null.</summary>
    public string? Problem { get; }
}
