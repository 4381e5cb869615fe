using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Tests.Common;
using ContactCenter.Language.Knowledge;
using ContactCenter.Simulation;
using ContactCenter.Simulation.Stores;
using static ContactCenter.Core.Tests.Contacts.Articles.ArticleActsTests;

namespace ContactCenter.Core.Tests.Contacts.Articles;

/// <summary>From a publication to the base that answers.</summary>
public sealed class KnowledgeInServiceTests
{
    private static readonly KnowledgeBase Deployed = KnowledgeBase.Build([An("card"), An("hours")]);

    private readonly InMemoryArticles _store = new();
    private readonly SetClock _clock = new();
    private readonly KnowledgeInService _knowledge;

    public KnowledgeInServiceTests() => _knowledge = new KnowledgeInService(() => _store, Deployed, _clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_published_and_built_answers_at_the_next_look()
    {
        await _knowledge.LookAsync();
        Assert.Same(Deployed, _knowledge.Current);
        await PublishAsync("card", "Call us.");
        _clock.Now += KnowledgeInService.Every;

        await _knowledge.LookAsync();

        Assert.Equal("Call us.", _knowledge.Current!.Find("card")!.Answer);
        Assert.False(Assert.Single(_knowledge.TakeNews()).IsProblem);
    }

    [Fact]
    public async Task What_is_published_is_built_by_words_where_the_encoder_is_damaged()
    {
        await ActAsync(static (book, by) => ArticleActs.Write(book, An("card", "Call us."), by, Noon));
        await ActAsync(static (book, by) => ArticleActs.Publish(book, "card", by, Noon));

        var build = await new KnowledgeBuilder(_store, static () => throw new IOException("cut off")).BuildAsync(Noon, Stop);

        Assert.True(build.IsNew);
        Assert.Contains("cut off", build.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_alone_builds_nothing()
    {
        await ActAsync(static (book, by) => ArticleActs.Write(book, An("card", "Call us."), by, Noon));

        Assert.False((await BuildAsync()).IsNew);
        Assert.Empty(_store.Bases);
    }

    [Fact]
    public async Task The_same_publication_is_built_once()
    {
        Assert.True((await PublishAsync("card", "Call us.")).IsNew);
        Assert.False((await BuildAsync()).IsNew);
    }

    [Fact]
    public async Task A_base_is_what_the_command_line_builds_of_the_same_articles()
    {
        var built = (await PublishAsync("card", "Call us.")).Built;

        Assert.Equal(KnowledgeFile.Write(KnowledgeBase.Build([An("card", "Call us."), An("hours")])), _store.Bases[built.Id!].ToArray());
    }

    [Fact]
    public async Task Articles_with_problems_become_no_base_and_the_one_before_answers_on()
    {
        var good = (await PublishAsync("card", "Call us.")).Built;
        var read = await _store.ReadAsync(Stop);
        var wrong = read.Book!.Articles["card"] with { Draft = An("card", "It costs $5.") };
        Assert.True(await _store.TryWriteAsync(
            read.Book with { Version = 9, Publication = 9, Articles = read.Book.Articles.SetItem("card", wrong) }, read, Stop));

        var build = await BuildAsync();

        Assert.Equal((false, good.Id, 9), (build.IsNew, build.Built.Id, build.Built.Tried));
        Assert.Contains("articles: card: answer has characters", Assert.Single(build.Built.Problems), StringComparison.Ordinal);
        await _knowledge.LookAsync();
        Assert.Equal("Call us.", _knowledge.Current!.Find("card")!.Answer);
    }

    [Fact]
    public async Task A_damaged_base_is_refused_and_the_one_before_answers_on()
    {
        await PublishAsync("card", "Call us.");
        await _knowledge.LookAsync();
        var built = (await PublishAsync("hours", "Always.")).Built;
        var damaged = _store.Bases[built.Id!].ToArray();
        damaged[^1] ^= 1;
        _store.Bases[built.Id!] = damaged;
        _clock.Now += KnowledgeInService.Every;

        await _knowledge.LookAsync();

        Assert.Equal("Answer of hours.", _knowledge.Current!.Find("hours")!.Answer);
        Assert.Contains("damaged", Assert.Single(_knowledge.TakeNews(), static news => news.IsProblem).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_that_is_gone_is_told_and_the_one_before_answers_on()
    {
        var built = (await PublishAsync("card", "Call us.")).Built;
        _store.Bases.Remove(built.Id!);

        await _knowledge.LookAsync();

        Assert.Same(Deployed, _knowledge.Current);
        Assert.Contains("is gone", Assert.Single(_knowledge.TakeNews(), static news => news.IsProblem).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_holds_nobody_up_and_is_asked_once()
    {
        var answer = new TaskCompletionSource();
        _store.BeforeBuilt = () => answer.Task;

        var look = _knowledge.LookAsync();
        _clock.Now += 2 * KnowledgeInService.Every;

        Assert.Same(look, _knowledge.LookAsync());
        Assert.False(look.IsCompleted);
        Assert.Same(Deployed, _knowledge.Current);
        answer.SetResult();
        await look;
    }

    [Fact]
    public async Task A_store_that_fails_is_told_and_asked_again_a_minute_later()
    {
        _store.BeforeBuilt = static () => throw new IOException("no way there");
        await _knowledge.LookAsync();
        Assert.Contains("no way there", Assert.Single(_knowledge.TakeNews()).Text, StringComparison.Ordinal);
        _store.BeforeBuilt = static () => Task.CompletedTask;
        await PublishAsync("card", "Call us.");
        _clock.Now += KnowledgeInService.Every;

        await _knowledge.LookAsync();

        Assert.Equal("Call us.", _knowledge.Current!.Find("card")!.Answer);
    }

    [Fact]
    public async Task Where_nothing_is_edited_nobody_looks() =>
        await new KnowledgeInService(null, Deployed, _clock).LookAsync();

    [Fact]
    public async Task A_process_that_was_frozen_answers_from_what_was_published_meanwhile()
    {
        var clock = new VirtualClock(Noon);
        var knowledge = new KnowledgeInService(() => _store, Deployed, clock);
        Assert.Same(Deployed, await knowledge.ServedAsync(Left));
        await PublishAsync("card", "Call us.");
        clock.Now += TimeSpan.FromHours(1);

        Assert.Equal("Call us.", (await knowledge.ServedAsync(Left))!.Find("card")!.Answer);
    }

    [Fact]
    public async Task A_look_that_was_cut_off_is_no_problem_and_another_one_begins_at_once()
    {
        await PublishAsync("card", "Call us.");
        var looks = 0;
        _store.BeforeBuilt = () => ++looks == 1 ? throw new OperationCanceledException() : Task.CompletedTask;
        var knowledge = new KnowledgeInService(() => _store, Deployed, new VirtualClock(Noon));

        Assert.Equal("Call us.", (await knowledge.ServedAsync(Left))!.Find("card")!.Answer);
        Assert.DoesNotContain(knowledge.TakeNews(), static news => news.IsProblem);
    }

    [Fact]
    public async Task An_answer_waits_a_moment_and_no_longer_for_a_store_that_does_not_answer()
    {
        var never = new TaskCompletionSource();
        _store.BeforeBuilt = () => never.Task;
        var clock = new SteppedClock();
        var knowledge = new KnowledgeInService(() => _store, Deployed, clock);

        var answer = knowledge.ServedAsync(Left).AsTask();
        Assert.False(answer.IsCompleted);
        clock.Pass(KnowledgeInService.Patience);

        Assert.Same(Deployed, await answer);
        never.SetResult();
    }

    private static readonly TimeSpan Left = TimeSpan.FromSeconds(2);

    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private async Task<KnowledgeBuild> PublishAsync(string id, string answer)
    {
        await ActAsync((book, by) => ArticleActs.Write(book, An(id, answer), by, Noon));
        await ActAsync((book, by) => ArticleActs.Publish(book, id, by, Noon));
        return await BuildAsync();
    }

    private async Task<KnowledgeBuild> BuildAsync() => await new KnowledgeBuilder(_store).BuildAsync(Noon, Stop);

    private async Task ActAsync(Func<ArticleBook, ArticleAuthor, ArticleOutcome> decide)
    {
        var by = By("ada", "why");
        var outcome = await new ArticleDesk(_store, Deployed).ActAsync(by, "", book => decide(book, by), Stop);
        Assert.Null(outcome!.Refusal);
    }

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Noon;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
