using ContactCenter.Core.Contacts.Serving;
using ContactCenter.Language.Classification.Hearing;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Tests.Classification;
using ContactCenter.Simulation.Stores;

namespace ContactCenter.Core.Tests.Contacts.Serving;

public sealed class ModelInServiceTests
{
    private readonly InMemoryModels _store = new();
    private readonly SetClock _clock = new();
    private readonly ModelInService _models;

    public ModelInServiceTests() => _models = new ModelInService(_store, _clock);

    [Fact]
    public async Task A_promoted_model_takes_over_at_the_next_look_and_a_rollback_too()
    {
        await _models.LookAsync();
        Assert.Equal(ServedModel.PackagedId, _models.Current.Id);

        var id = _store.Promote(TinyModel.Trained.Model);
        await _models.LookAsync();
        Assert.Equal(ServedModel.PackagedId, _models.Current.Id);

        _clock.Now += ModelInService.Every;
        await _models.LookAsync();
        Assert.Equal(id, _models.Current.Id);
        Assert.Equal("billing", _models.Current.Classifier.Classify("my invoice is wrong").Topic);

        _store.Rewrite(_store.History.RollBack(_clock.Now));
        _clock.Now += ModelInService.Every;
        await _models.LookAsync();
        Assert.Equal(ServedModel.PackagedId, _models.Current.Id);
        Assert.Equal([false, false], _models.TakeNews().Select(news => news.IsProblem));
        Assert.Empty(_models.TakeNews());
    }

    [Fact]
    public async Task A_damaged_model_is_refused_and_the_one_before_it_serves_on()
    {
        var good = _store.Promote(TinyModel.Trained.Model);
        await _models.LookAsync();
        var damaged = TinyModel.Trained.Model.ToArray();
        damaged[^1] ^= 1;
        _store.Promote(damaged);
        _clock.Now += ModelInService.Every;

        await _models.LookAsync();

        Assert.Equal(good, _models.Current.Id);
        Assert.Contains("damaged", Assert.Single(_models.TakeNews(), news => news.IsProblem).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_under_the_name_of_another_model_is_refused()
    {
        var id = _store.Promote(TinyModel.Trained.Model);
        _store.Files[id] = new byte[] { 1, 2, 3 };

        await _models.LookAsync();

        Assert.Equal(ServedModel.PackagedId, _models.Current.Id);
        Assert.True(Assert.Single(_models.TakeNews()).IsProblem);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_holds_nobody_up_and_is_asked_once()
    {
        var answer = new TaskCompletionSource();
        _store.BeforeRead = () => answer.Task;
        var look = _models.LookAsync();
        _clock.Now += 2 * ModelInService.Every;

        Assert.Same(look, _models.LookAsync());
        Assert.False(look.IsCompleted);
        Assert.Equal(ServedModel.PackagedId, _models.Current.Id);

        answer.SetException(new IOException("gone"));
        await look;
        Assert.Contains("gone", Assert.Single(_models.TakeNews()).Text, StringComparison.Ordinal);
        Assert.Equal(1, _store.Reads);
    }

    [Fact]
    public async Task Answers_are_counted_every_few_minutes()
    {
        var answers = new InMemoryAnswers();
        var tally = new AnswerTally(answers, heard: null, _clock);
        await tally.AddAsync(Answer("billing", 0.95f));
        Assert.Equal(0, (await answers.SinceAsync("m", default, TestContext.Current.CancellationToken)).Total);

        _clock.Now += AnswerTally.Every;
        await tally.AddAsync(Answer("fraud", 0.31f));

        var counts = await answers.SinceAsync("m", default, TestContext.Current.CancellationToken);
        Assert.Equal((1, 1), (counts.Topics["billing"], counts.Topics["fraud"]));
        Assert.Equal((1, 1), (counts.Confidence[9], counts.Confidence[3]));
    }

    [Fact]
    public async Task That_answers_cannot_be_written_is_told_once()
    {
        var tally = new AnswerTally(new RefusingAnswers(), heard: null, _clock);
        for (var i = 0; i < 3; i++)
        {
            _clock.Now += AnswerTally.Every;
            await tally.AddAsync(Answer("billing", 0.95f));
        }

        Assert.Contains("no right to", Assert.Single(tally.TakeNews()).Text, StringComparison.Ordinal);
    }

    private sealed class RefusingAnswers : IAnswerStore
    {
        public ValueTask AddAsync(string model, DateOnly day, AnswerCounts counts, CancellationToken cancellationToken) =>
            throw new IOException("no right to");

        public ValueTask<AnswerCounts> SinceAsync(string model, DateOnly day, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private static TopicAnswer Answer(string topic, float probability) => new()
    {
        Status = TopicStatus.Ok,
        Topic = topic,
        Model = "m",
        Measured = new TopicProbability(topic, probability),
    };

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
