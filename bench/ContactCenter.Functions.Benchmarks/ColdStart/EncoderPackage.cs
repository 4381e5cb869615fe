using ContactCenter.Core.Contacts.SelfService;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Functions.Benchmarks.ColdStart;

/// <summary>
/// The package of the hooks with the encoder beside it, and with the base of articles that a deployment builds with that one. The packaged
/// model was trained with it.
/// </summary>
internal static class EncoderPackage
{
    /// <summary>Makes it of the package without; what is there is taken as it is.</summary>
    /// <param name="hooks">Folder of the hooks, natively compiled, with what they are deployed with.</param>
    /// <param name="encoder">The encoder's file.</param>
    /// <param name="folder">Where it is made.</param>
    public static string Make(string hooks, string encoder, string folder)
    {
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var problems = new List<KnowledgeProblem>();
        var known = ArticleSource.Open(
            Path.Combine(Packages.Repository(), "knowledge"), ArticleRules.Check, problems, SentenceEncoder.Open(encoder))
            ?? throw new InvalidOperationException(string.Join(", ", problems));
        _ = Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(hooks))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        File.Copy(encoder, Path.Combine(folder, EncoderLocation.FileName), overwrite: true);
        File.WriteAllBytes(Path.Combine(folder, "knowledge.cck"), KnowledgeFile.Write(known));
        return folder;
    }
}
