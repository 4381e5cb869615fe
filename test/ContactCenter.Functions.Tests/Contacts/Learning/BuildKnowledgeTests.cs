using System.Security.Cryptography;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Language.Knowledge;
using ContactCenter.Language.Tests.Embedding;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Functions.Tests.Contacts.Learning;

/// <summary>A base of edited articles is built upon the one that answers: what is in that is not encoded again.</summary>
public sealed class BuildKnowledgeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private static readonly Article Card = An("card", "How do I block my card");

    private static readonly Article Hours = An("hours", "Where is the parcel");

    private readonly InMemoryArticles _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Vectors_of_unchanged_texts_come_from_the_base_that_was_built_last()
    {
        var before = Marked();
        await ServeAsync(KnowledgeFile.Write(before));
        await PublishAsync();

        Assert.Equal(
            ["Answer of card.", "How do I block my card", "The courier has it.", "Where is the parcel"],
            await TextsAsync(before, isTaken: null));
        Assert.Equal(["Answer of card.", "How do I block my card", "Where is the parcel"], await TextsAsync(before, isTaken: true));
    }

    [Fact]
    public async Task Before_anything_was_built_they_come_from_what_was_deployed()
    {
        var before = Marked();
        await PublishAsync(() => before);

        Assert.Equal(["The courier has it."], await TextsAsync(before, isTaken: false));
    }

    [Fact]
    public async Task A_base_that_is_damaged_keeps_nobody_from_building_another()
    {
        await ServeAsync([1, 2, 3]);
        await PublishAsync();

        Assert.Equal(4, (await TextsAsync(Marked(), isTaken: false)).Length);
    }

    private static Article An(string id, string title, string? answer = null) => new()
    {
        Id = id,
        Language = "en",
        Title = title,
        Answer = answer ?? $"Answer of {id}.",
    };

    /// <summary>A base whose vectors are twice as long as the encoder's, by which they are known again.</summary>
    private static KnowledgeBase Marked()
    {
        var built = KnowledgeBase.Build([Card, Hours], MadeUpEncoder.Encoder);
        var meant = built.Meanings!;
        return new KnowledgeBase(
            built.Articles, built.Indexes, built.Calibration,
            new ArticleMeanings(
                meant.Encoder, meant.Articles, meant.Starts, Array.ConvertAll(meant.Scales, static scale => 2 * scale), meant.Units));
    }

    private async Task ServeAsync(byte[] file)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(file));
        await _store.SaveBaseAsync(id, file, Stop);
        Assert.True(await _store.TryWriteBuiltAsync(new BuiltKnowledge { Id = id }, await _store.BuiltAsync(Stop), Stop));
    }

    /// <summary>Publishes another answer, and builds.</summary>
    private async Task PublishAsync(Func<KnowledgeBase?>? deployed = null)
    {
        var by = new ArticleAuthor("ada", "approved");
        await new ArticleDesk(_store, KnowledgeBase.Build([Card, Hours])).ActAsync(
            by, "hours", book => ArticleActs.Publish(
                ArticleActs.Write(book, Hours with { Answer = "The courier has it." }, by, Noon).Book, "hours", by, Noon),
            Stop);
        Assert.True((await new KnowledgeBuilder(_store, static () => MadeUpEncoder.Encoder, deployed).BuildAsync(Noon, Stop)).IsNew);
    }

    /// <summary>Texts of the base that was built last, or those that were, or were not, taken over.</summary>
    private async Task<string[]> TextsAsync(KnowledgeBase before, bool? isTaken)
    {
        var built = KnowledgeFile.Read((await _store.FindBaseAsync((await _store.BuiltAsync(Stop)).Built.Id!, Stop))!.Value);
        string[] texts = [.. built.Articles.SelectMany(static article => new[] { article.Answer, article.Title })];
        return [.. texts.Where((_, i) => isTaken is null || before.Meanings!.Scales.Contains(built.Meanings!.Scales[i]) == isTaken)];
    }
}
