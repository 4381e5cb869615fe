using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Remediation.Runs;

/// <summary>How sentences name what is repaired.</summary>
internal static class ResourceWords
{
    /// <summary>At the beginning of a sentence: "Table orders".</summary>
    /// <param name="word">What it is, such as "table".</param>
    /// <param name="name">Its name.</param>
    public static string Begin(string word, string name) => word switch
    {
        Sentences.WordTable => Sentences.TableSubject(name),
        Sentences.WordFunction => Sentences.FunctionSubject(name),
        Sentences.WordFlow => Sentences.FlowSubject(name),
        Sentences.WordQueue => Sentences.QueueSubject(name),
        Sentences.WordInstance => Sentences.InstanceSubject(name),
        _ => $"{char.ToUpperInvariant(word[0])}{word[1..]} {name}",
    };
}
