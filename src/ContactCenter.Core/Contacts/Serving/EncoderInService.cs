using System.Collections.Concurrent;
using ContactCenter.Language.Embedding;
using ContactCenter.Language.Knowledge;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// The encoder that helps what is in service, a model of topics or a base of articles. It is loaded beside the answers once the first one
/// was given: that one never waits for it, and one later contact waits a little. Late, absent or cut short, answers are as without.
/// </summary>
/// <param name="open">Opens it; it may take its time. Null: there is none.</param>
/// <param name="clock">Measures the patience.</param>
public sealed class EncoderInService(Func<SentenceEncoder?> open, TimeProvider clock)
{
    /// <summary>
    /// How long one contact waits for an encoder that is being loaded. Lambda freezes a process between contacts, so that without any
    /// patience a quiet hour would be answered without it.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private const string FirstText = "My card was stolen yesterday, please block it.";

    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<ModelNews> _news = new();
    private volatile Task<SentenceEncoder?>? _loading;
    private volatile bool _waited;
    private string? _told;

    /// <summary>The encoder for a contact; null where there is none that fits the model, or it is not there yet.</summary>
    /// <param name="model">The model that answers.</param>
    /// <param name="timeLeft">The contact's time; a quarter of it is the most that is waited.</param>
    public ValueTask<SentenceEncoder?> ForAsync(ServedModel model, TimeSpan timeLeft)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ForAsync(model.Classifier.Card.Encoder?.Id, model.Id, $"Model {model.Id} was trained", timeLeft);
    }

    /// <summary>The encoder for a question; null where there is none that fits the base, or it is not there yet.</summary>
    /// <param name="knowledge">The base that answers.</param>
    /// <param name="timeLeft">The contact's time; a quarter of it is the most that is waited.</param>
    public ValueTask<SentenceEncoder?> ForAsync(KnowledgeBase knowledge, TimeSpan timeLeft)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        return ForAsync(knowledge.Encoder, knowledge.Encoder, "The base of articles was built", timeLeft);
    }

    private async ValueTask<SentenceEncoder?> ForAsync(string? needed, string? user, string made, TimeSpan timeLeft)
    {
        if (_loading is not { } loading || needed is null)
        {
            return null;
        }

        if (!_waited)
        {
            var most = timeLeft / 4;
            _ = await Task.WhenAny(loading, Task.Delay(most < Patience ? most : Patience, clock));
            _waited = true;
        }

        if (!loading.IsCompletedSuccessfully || await loading is not { } encoder)
        {
            return null;
        }

        if (encoder.Id != needed)
        {
            TellOnce(user, made, encoder.Id, needed);
            return null;
        }

        return encoder;
    }

    /// <summary>Begins to load it, where the model was trained with one. Called when an answer was given; returns at once.</summary>
    public void LoadBeside(ServedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        LoadBeside(model.Classifier.Card.Encoder?.Id, "The model was trained");
    }

    /// <summary>The same, where the base was built with one.</summary>
    public void LoadBeside(KnowledgeBase? knowledge) => LoadBeside(knowledge?.Encoder, "The base of articles was built");

    private void LoadBeside(string? needed, string made)
    {
        if (_loading is null && needed is not null)
        {
            lock (_gate)
            {
                _loading ??= Task.Run(() => Load(made));
            }
        }
    }

    /// <summary>What was found since this was last asked, the oldest first.</summary>
    public IEnumerable<ModelNews> TakeNews()
    {
        while (_news.TryDequeue(out var news))
        {
            yield return news;
        }
    }

    private SentenceEncoder? Load(string made)
    {
        try
        {
            var encoder = open();

            // what it runs is compiled now, and not while a customer waits
            encoder?.Encode(FirstText, new float[SentenceEncoder.Dimensions]);
            _news.Enqueue(new ModelNews(IsProblem: false, encoder is null
                ? $"{made} with an encoder, and none is deployed: it answers as without."
                : $"Encoder {encoder.Id} helps from now on."));
            return encoder;
        }
#pragma warning disable CA1031 // nobody waits for it who could be told; whatever it was, the model answers as without and the log says why
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _news.Enqueue(new ModelNews(IsProblem: true, $"There is no encoder, and answers are as without: {failure.Message}"));
            return null;
        }
    }

    private void TellOnce(string? user, string made, string id, string expected)
    {
        if (Interlocked.Exchange(ref _told, user) != user)
        {
            _news.Enqueue(new ModelNews(
                IsProblem: true, $"{made} with encoder {expected} and {id} is deployed: it answers as without."));
        }
    }
}
