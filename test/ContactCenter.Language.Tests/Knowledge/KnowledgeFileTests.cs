using ContactCenter.Language.Knowledge;

namespace ContactCenter.Language.Tests.Knowledge;

public sealed class KnowledgeFileTests
{
    [Fact]
    public void The_packaged_file_is_that_of_the_articles() =>
        Assert.True(
            KnowledgeFile.Write(SampleKnowledge.Base).AsSpan().SequenceEqual(SampleKnowledge.File),
            "run: contactcenter knowledge build knowledge --out models/knowledge.cck");

    [Fact]
    public void A_base_that_is_read_again_answers_alike()
    {
        var read = KnowledgeFile.Read(SampleKnowledge.File);

        Assert.All(SampleKnowledge.Judged, question =>
        {
            var (before, after) = (SampleKnowledge.Base.Ask(question.Question), read.Ask(question.Question));
            Assert.Equal(before.Confidence, after.Confidence);
            Assert.Equal(before.Articles.Select(static article => article.Answer), after.Articles.Select(static article => article.Answer));
        });
    }

    [Fact]
    public void A_file_in_which_any_byte_was_changed_is_refused()
    {
        for (var i = 0; i < SampleKnowledge.File.Length; i += 97)
        {
            var file = (byte[])SampleKnowledge.File.Clone();
            file[i] ^= 0x20;
            _ = Assert.Throws<KnowledgeFileException>(() => KnowledgeFile.Read(file));
        }
    }

    [Fact]
    public void A_file_that_was_cut_is_refused() =>
        Assert.All(
            [0, 3, 5, 36, 37, 1000],
            length => Assert.Throws<KnowledgeFileException>(() => KnowledgeFile.Read(SampleKnowledge.File.AsMemory(0, length))));

    [Fact]
    public void A_content_that_was_damaged_before_the_checksum_was_made_is_refused_or_harmless()
    {
        const int Head = 4 + 1 + 32;
        for (var i = Head; i < SampleKnowledge.File.Length; i += 61)
        {
            var file = (byte[])SampleKnowledge.File.Clone();
            file[i] = 0xFF;
            _ = System.Security.Cryptography.SHA256.HashData(file.AsSpan(Head), file.AsSpan(5));
            try
            {
                _ = KnowledgeFile.Read(file).Ask("how do I block my card");
            }
            catch (KnowledgeFileException refused)
            {
                Assert.Contains("checksum that fits", refused.Message, StringComparison.Ordinal);
            }
        }
    }
}
