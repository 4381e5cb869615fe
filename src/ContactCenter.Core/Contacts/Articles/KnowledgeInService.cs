using System.Collections.Concurrent;
using ContactCenter.Language.Knowledge;

namespace ContactCenter.Core.Contacts.Articles;

/// <summary>
/// The base that answers now. Looks every minute, beside the requests, whether another one was built, and swaps to it by one reference.
/// A process that is asked seldom is frozen between, and its looks with it: then an answer waits a moment for one. Until another base
/// is there, and whatever goes wrong, the one before it answers; at first that is what the deployment brought.
/// </summary>
/// <param name="store">Gives where bases are, asked when it looks; null: articles are not edited, and what was deployed answers.</param>
/// <param name="deployed">What the deployment brought; null: nothing that can be read.</param>
/// <param name="clock">Says when the next look is due.</param>
public sealed class KnowledgeInService(Func<IArticleStore>? store, KnowledgeBase? deployed, TimeProvider clock)
{
    /// <summary>Time between two looks: whoever publishes wants to hear it.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>What was found longer ago may be what people have taken away since.</summary>
    public static readonly TimeSpan StaleAfter = 2 * Every;

    /// <summary>How long an answer waits for a look then.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    // longer than a download of some megabytes ever takes; a process that was frozen in between finds the look ended
    private static readonly TimeSpan MaximumLook = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<KnowledgeNews> _news = new();
    private volatile KnowledgeBase? _current = deployed;
    private volatile string? _id;
    private Task _look = Task.CompletedTask;
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;
    private DateTimeOffset _known = DateTimeOffset.MinValue;

    /// <summary>The base that answers now, or null.</summary>
    public KnowledgeBase? Current => _current;

    /// <summary>
    /// The base for an answer, or null. It begins a look when one is due, and waits for it only where the last one that found out anything
    /// is too long ago.
    /// </summary>
    /// <param name="timeLeft">The answer's time; half of it at most is waited for.</param>
    public async ValueTask<KnowledgeBase?> ServedAsync(TimeSpan timeLeft)
    {
        var look = LookAsync();
        if (!IsStale())
        {
            return _current;
        }

        var most = timeLeft / 2;
        var waited = Task.Delay(most < Patience ? most : Patience, clock);
        _ = await Task.WhenAny(look, waited);
        if (look.IsCompleted && IsStale())
        {
            // that one was begun before the process was frozen, and has ended with it
            _ = await Task.WhenAny(LookAsync(), waited);
        }

        return _current;
    }

    /// <summary>Begins a look when one is due. The task is the look under way; it never fails, and nobody needs to wait for it.</summary>
    public Task LookAsync()
    {
        if (store is null)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_look.IsCompleted && now >= _nextLook)
            {
                _look = Task.Run(() => LookAsync(store));
            }

            return _look;
        }
    }

    /// <summary>What was found since this was last asked, the oldest first.</summary>
    public IEnumerable<KnowledgeNews> TakeNews()
    {
        while (_news.TryDequeue(out var news))
        {
            yield return news;
        }
    }

    private bool IsStale()
    {
        lock (_gate)
        {
            return store is not null && clock.GetUtcNow() - _known >= StaleAfter;
        }
    }

    private void Found(bool isKnown)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _nextLook = now + Every;
            _known = isKnown ? now : _known;
        }
    }

    private async Task LookAsync(Func<IArticleStore> where)
    {
        using var limit = new CancellationTokenSource(MaximumLook, clock);
        try
        {
            var bases = where();
            var built = (await bases.BuiltAsync(limit.Token)).Built;
            if (built.Id is not { } id || id == _id)
            {
                Found(isKnown: true);
                return;
            }

            var found = await bases.FindBaseAsync(id, limit.Token);
            Found(isKnown: true);
            if (found is not { } file)
            {
                _news.Enqueue(new(IsProblem: true, $"The base {id} is gone; the one before it answers on."));
                return;
            }

            if (KnowledgeBuilder.IdOf(file.Span) != id)
            {
                _news.Enqueue(new(IsProblem: true, $"The base {id} is damaged; the one before it answers on."));
                return;
            }

            _current = KnowledgeFile.Read(file);
            _id = id;
            _news.Enqueue(new(IsProblem: false, $"The base {id} of {built.Articles} articles answers from now on."));
        }
        catch (OperationCanceledException)
        {
            // it has learned nothing, so the next request looks again
            _news.Enqueue(new(IsProblem: false, "A look for a new base did not end in its time; the next answer begins another."));
        }
#pragma warning disable CA1031 // a look has no caller to tell; whatever it was, the base before it answers on and the log says why
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Found(isKnown: false);
            _news.Enqueue(new(IsProblem: true, $"No new base was taken up; the one before it answers on: {failure.Message}"));
        }
    }
}

/// <summary>What a look for a new base found that is worth a line in the log.</summary>
/// <param name="IsProblem">True when the base that should answer cannot; the one before it goes on.</param>
/// <param name="Text">A sentence.</param>
public sealed record KnowledgeNews(bool IsProblem, string Text);
