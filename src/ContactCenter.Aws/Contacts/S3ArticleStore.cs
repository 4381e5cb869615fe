using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Core.Contacts.Articles;
using ContactCenter.Core.Incidents;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Articles that people edit, in the bucket of the classifier under a prefix of their own: <c>book.json</c> is all of them as they are
/// now, <c>acts/NUMBER.json</c> everything that led there, <c>built.json</c> says which of <c>bases/ID.cck</c> answers. A write of the book
/// names the version that was read, so that of two people who write at once one reads anew. The act that was the last one is kept before
/// it is replaced: whoever reads the same book keeps the same, and what died in between has lost nothing.
/// </summary>
/// <param name="client">Client of S3.</param>
/// <param name="bucket">Name of the bucket.</param>
public sealed class S3ArticleStore(IAmazonS3 client, string bucket) : IArticleStore
{
    /// <summary>What keys begin with.</summary>
    public const string Prefix = "knowledge/";

    /// <summary>The book: written, it says that a base may have to be built.</summary>
    public const string Book = $"{Prefix}book.json";

    /// <summary>Which base answers.</summary>
    public const string Built = $"{Prefix}built.json";

    /// <summary>What keys of acts begin with.</summary>
    public const string Acts = $"{Prefix}acts/";

    /// <summary>What keys of bases begin with.</summary>
    public const string Bases = $"{Prefix}bases/";

    // far above five thousand articles, far below the memory of a function
    private const long MaximumObject = 64L * 1024 * 1024;

    private const string Json = "application/json";

    /// <inheritdoc/>
    public async ValueTask<StoredBook> ReadAsync(CancellationToken cancellationToken)
    {
        var (book, version) = await ReadAsync(Book, ArticleJson.Default.ArticleBook, cancellationToken);
        return new StoredBook(book, version);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(ArticleBook book, StoredBook read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(read);
        if (read.Book?.Last is { } last && last.Number != book.Last?.Number)
        {
            var act = JsonSerializer.SerializeToUtf8Bytes(last, ArticleJson.Default.ArticleAct);
            _ = await client.PutObjectAsync(Put(ActKey(last.Number), act, Json), cancellationToken);
        }

        return await TryPutAsync(
            Book, JsonSerializer.SerializeToUtf8Bytes(book, ArticleJson.Default.ArticleBook), read.Version, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ArticleAct?> FindActAsync(int number, CancellationToken cancellationToken) =>
        (await ReadAsync(ActKey(number), ArticleJson.Default.ArticleAct, cancellationToken)).Value;

    /// <inheritdoc/>
    public async ValueTask<StoredBuilt> BuiltAsync(CancellationToken cancellationToken)
    {
        var (built, version) = await ReadAsync(Built, ArticleJson.Default.BuiltKnowledge, cancellationToken);
        return new StoredBuilt(built ?? BuiltKnowledge.Nothing, version);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteBuiltAsync(BuiltKnowledge built, StoredBuilt read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return await TryPutAsync(
            Built, JsonSerializer.SerializeToUtf8Bytes(built, ArticleJson.Default.BuiltKnowledge), read.Version, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask SaveBaseAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken) =>
        _ = await client.PutObjectAsync(Put(BaseKey(id), file.ToArray(), "application/octet-stream"), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> FindBaseAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(BaseKey(id), cancellationToken) is { } found ? found.Content.AsMemory() : default(ReadOnlyMemory<byte>?);

    private static string ActKey(int number) => string.Create(CultureInfo.InvariantCulture, $"{Acts}{number:D8}.json");

    private static string BaseKey(string id) => $"{Bases}{id}.cck";

    private async Task<(T? Value, string? Version)> ReadAsync<T>(string key, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        if (await FindAsync(key, cancellationToken) is not { } found)
        {
            return (null, null);
        }

        try
        {
            // what is there and says nothing must not look like what is not there: it would be written over
            return (JsonSerializer.Deserialize(found.Content, type) ?? throw new UnreadableItemException(Place(key)), found.Version);
        }
        catch (JsonException damaged)
        {
            throw new UnreadableItemException(Place(key), damaged);
        }
    }

    private string Place(string key) => $"s3://{bucket}/{key}";

    private async Task<(byte[] Content, string Version)?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await client.GetObjectAsync(bucket, key, cancellationToken);
            if (found.ContentLength > MaximumObject)
            {
                throw new InvalidDataException($"{Place(key)} has {found.ContentLength} bytes; at most {MaximumObject} are read.");
            }

            var content = new byte[found.ContentLength];
            await found.ResponseStream.ReadExactlyAsync(content, cancellationToken);
            return (content, found.ETag);
        }
        catch (AmazonS3Exception missing) when (missing.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }

    /// <summary>Writes an object unless it is another one by now.</summary>
    private async Task<bool> TryPutAsync(string key, byte[] content, string? version, CancellationToken cancellationToken)
    {
        var request = Put(key, content, Json);
        request.IfMatch = version;
        request.IfNoneMatch = version is null ? "*" : null;
        try
        {
            _ = await client.PutObjectAsync(request, cancellationToken);
            return true;
        }
        catch (AmazonS3Exception conflict) when (conflict.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    private PutObjectRequest Put(string key, byte[] content, string type) =>
        new() { BucketName = bucket, Key = key, ContentType = type, InputStream = new MemoryStream(content) };
}
