using System.Collections.Concurrent;
using ContactCenter.Language.Retraining;

namespace ContactCenter.Core.Contacts.Serving;

/// <summary>
/// The model that answers now. Looks every few minutes, beside the requests, whether another one was promoted, and swaps to it by one
/// reference, so that a request under way ends with the model that it began with. Whatever goes wrong, the model before it serves on;
/// before the first look that is the packaged one.
/// </summary>
/// <param name="store">Where models are; null when a deployment has no place for them, and the packaged one serves for ever.</param>
/// <param name="clock">Says when the next look is due.</param>
public sealed class ModelInService(IModelStore? store, TimeProvider clock)
{
    /// <summary>Time between two looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    // Longer than a download of some megabytes ever takes; a process that was frozen in between finds the look ended.
    private static readonly TimeSpan MaximumLook = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the first contact of a process waits for the promoted model; after it the packaged one answers, and the promoted one
    /// takes over when it is there.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ConcurrentQueue<ModelNews> _news = new();
    private volatile ServedModel _current = ServedModel.Packaged;
    private volatile bool _looked;
    private Task _look = Task.CompletedTask;
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;

    /// <summary>The model that answers now.</summary>
    public ServedModel Current => _current;

    /// <summary>
    /// The model for a contact. It begins a look when one is due; only the first contact of a process waits for it, and no longer than
    /// half of its time: later looks run beside the requests.
    /// </summary>
    /// <param name="timeLeft">The contact's time.</param>
    public async ValueTask<ServedModel> ServedAsync(TimeSpan timeLeft)
    {
        var looking = LookAsync();
        if (!_looked)
        {
            var most = timeLeft / 2;
            _ = await Task.WhenAny(looking, Task.Delay(most < Patience ? most : Patience, clock));
            _looked = true;
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
                _nextLook = now + Every;
                _look = Task.Run(() => LookAsync(store));
            }

            return _look;
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

    private async Task LookAsync(IModelStore models)
    {
        using var limit = new CancellationTokenSource(MaximumLook, clock);
        try
        {
            var id = (await models.HistoryAsync(limit.Token)).History.Current?.Id ?? ServedModel.PackagedId;
            if (id == _current.Id)
            {
                return;
            }

            var next = id == ServedModel.PackagedId ? ServedModel.Packaged : ServedModel.Read(id, await models.LoadAsync(id, limit.Token));
            _news.Enqueue(new ModelNews(IsProblem: false, $"Model {next.Id} serves from now on instead of {_current.Id}."));
            _current = next;
        }
#pragma warning disable CA1031 // a look has no caller to tell; whatever it was, the model before it serves on and the log says why
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _news.Enqueue(new ModelNews(IsProblem: true, $"No new model was taken up; {_current.Id} serves on: {failure.Message}"));
        }
    }
}

/// <summary>What a look for a new model found that is worth a line in the log.</summary>
/// <param name="IsProblem">True when the model that should serve cannot; the one before it goes on.</param>
/// <param name="Text">A sentence.</param>
public sealed record ModelNews(bool IsProblem, string Text);
