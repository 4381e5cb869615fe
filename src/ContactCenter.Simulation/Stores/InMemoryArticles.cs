using System.Globalization;
using ContactCenter.Core.Contacts.Articles;

namespace ContactCenter.Simulation.Stores;

/// <summary>The bucket of articles in memory. Like the bucket it tells whoever listens that the book was written.</summary>
public sealed class InMemoryArticles : IArticleStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, ArticleAct> _acts = [];
    private ArticleBook? _book;
    private BuiltKnowledge? _built;
    private int _bookVersion;
    private int _builtVersion;

    /// <summary>Files of bases by what stands for them.</summary>
    public Dictionary<string, ReadOnlyMemory<byte>> Bases { get; } = new(StringComparer.Ordinal);

    /// <summary>Happens once before the book is written, as somebody else does who is faster.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>Happens before it is read what was built.</summary>
    public Func<Task> BeforeBuilt { get; set; } = static () => Task.CompletedTask;

    /// <summary>Happens after the book was written.</summary>
    public Func<CancellationToken, ValueTask> Written { get; set; } = static _ => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<StoredBook> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(new StoredBook(_book, Version(_bookVersion)));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(ArticleBook book, StoredBook read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(read);
        if (Before is { } faster)
        {
            Before = null;
            await faster();
        }

        lock (_gate)
        {
            if (read.Book?.Last is { } last && last.Number != book.Last?.Number)
            {
                _acts[last.Number] = last;
            }

            if (read.Version != Version(_bookVersion))
            {
                return false;
            }

            (_book, _bookVersion) = (book, _bookVersion + 1);
        }

        await Written(cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public ValueTask<ArticleAct?> FindActAsync(int number, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_acts.GetValueOrDefault(number));
        }
    }

    /// <inheritdoc/>
    public async ValueTask<StoredBuilt> BuiltAsync(CancellationToken cancellationToken)
    {
        await BeforeBuilt();
        lock (_gate)
        {
            return new StoredBuilt(_built ?? BuiltKnowledge.Nothing, Version(_builtVersion));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryWriteBuiltAsync(BuiltKnowledge built, StoredBuilt read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (_gate)
        {
            if (read.Version != Version(_builtVersion))
            {
                return ValueTask.FromResult(false);
            }

            (_built, _builtVersion) = (built, _builtVersion + 1);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask SaveBaseAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Bases[id] = file;
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> FindBaseAsync(string id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Bases.TryGetValue(id, out var file) ? file : default(ReadOnlyMemory<byte>?));
        }
    }

    private static string? Version(int number) => number == 0 ? null : number.ToString(CultureInfo.InvariantCulture);
}
