namespace ContactCenter.Core.Contacts.Articles;

/// <summary>The book with the version that it was read in.</summary>
/// <param name="Book">The book; null: nobody has decided anything, and articles are as the deployment brought them.</param>
/// <param name="Version">Its version where it is kept; null: nothing is kept.</param>
public sealed record StoredBook(ArticleBook? Book, string? Version);

/// <summary>What was built with the version that it was read in.</summary>
/// <param name="Built">What was built.</param>
/// <param name="Version">Its version where it is kept; null: nothing is kept.</param>
public sealed record StoredBuilt(BuiltKnowledge Built, string? Version);

/// <summary>Where articles are that people edit, and the bases that are built of them.</summary>
public interface IArticleStore
{
    /// <summary>Reads the book.</summary>
    ValueTask<StoredBook> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Writes the book unless somebody else has since it was read, and keeps the act that was the last one in it.</summary>
    /// <returns>False when somebody else has; nothing was changed.</returns>
    ValueTask<bool> TryWriteAsync(ArticleBook book, StoredBook read, CancellationToken cancellationToken);

    /// <summary>An act that is no longer in the book; null: there is none of this number.</summary>
    ValueTask<ArticleAct?> FindActAsync(int number, CancellationToken cancellationToken);

    /// <summary>What was built last.</summary>
    ValueTask<StoredBuilt> BuiltAsync(CancellationToken cancellationToken);

    /// <summary>Says what was built unless somebody else has since it was read.</summary>
    /// <returns>False when somebody else has; nothing was changed.</returns>
    ValueTask<bool> TryWriteBuiltAsync(BuiltKnowledge built, StoredBuilt read, CancellationToken cancellationToken);

    /// <summary>Keeps the file of a base under what stands for it.</summary>
    ValueTask SaveBaseAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken);

    /// <summary>The file of a base; null: it is gone.</summary>
    ValueTask<ReadOnlyMemory<byte>?> FindBaseAsync(string id, CancellationToken cancellationToken);
}
