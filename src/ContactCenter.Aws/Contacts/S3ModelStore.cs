using System.Globalization;
using System.Net;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Classification.Text;
using ContactCenter.Language.Classification.Training;
using ContactCenter.Language.Retraining;
using ContactCenter.Language.Texts;

namespace ContactCenter.Aws.Contacts;

/// <summary>
/// Everything of the classifier in one bucket, under one prefix: <c>history.json</c> says which model serves, <c>models/ID.ccm</c> are
/// the models, <c>texts.csv</c> are the center's own labelled texts if it has any, <c>unlabelled.csv</c> such without a topic,
/// <c>reports/</c> is for people.
/// </summary>
/// <param name="client">Client of S3.</param>
/// <param name="bucket">Name of the bucket.</param>
/// <param name="prefix">What keys begin with; empty or ending with a slash.</param>
public sealed class S3ModelStore(
    IAmazonS3 client, string bucket, string prefix = S3ModelStore.DefaultPrefix)
    : IModelStore, ITrainingTexts, IUnlabelledTexts, IRetrainingReports
{
    /// <summary>The prefix when a deployment names none.</summary>
    public const string DefaultPrefix = "classifier/";

    // Far above every model and text that is meant, far below the memory of a function.
    private const long MaximumObject = 64L * 1024 * 1024;

    private readonly string _history = $"{prefix}history.json";

    /// <inheritdoc/>
    public async ValueTask<StoredHistory> HistoryAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(_history, cancellationToken) is not { } found)
        {
            return new StoredHistory(ModelHistory.Empty, null);
        }

        try
        {
            var history = JsonSerializer.Deserialize(found.Content, HistoryJson.Default.ModelHistory);
            return history?.Versions is { } versions && versions.All(static version => version?.Id is { Length: > 0 })
                ? new StoredHistory(history, found.Version)
                : throw new ModelFileException(Problems.NoHistory(Place(_history)));
        }
        catch (JsonException error)
        {
            throw new ModelFileException(Problems.HistoryDamaged(Place(_history), error.Message), error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryWriteAsync(ModelHistory history, StoredHistory read, CancellationToken cancellationToken)
    {
        var request = Put(_history, JsonSerializer.SerializeToUtf8Bytes(history, HistoryJson.Default.ModelHistory), "application/json");
        request.IfMatch = read.Version;
        request.IfNoneMatch = read.Version is null ? "*" : null;
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

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> LoadAsync(string id, CancellationToken cancellationToken) =>
        await FindAsync(Model(id), cancellationToken) is { } found
            ? found.Content
            : throw new ModelFileException(Problems.ModelGone(Place(Model(id))));

    /// <inheritdoc/>
    public async ValueTask SaveAsync(string id, ReadOnlyMemory<byte> file, CancellationToken cancellationToken) =>
        _ = await client.PutObjectAsync(Put(Model(id), file.ToArray(), "application/octet-stream"), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string id, CancellationToken cancellationToken) =>
        _ = await client.DeleteObjectAsync(bucket, Model(id), cancellationToken);

    /// <inheritdoc/>
    async ValueTask<IReadOnlyList<TrainingExample>?> ITrainingTexts.ReadAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync($"{prefix}texts.csv", cancellationToken) is not { } found)
        {
            return null;
        }

        using var reader = new StreamReader(new MemoryStream(found.Content));
        return LabelledCsv.Read(reader);
    }

    /// <inheritdoc/>
    async ValueTask<IReadOnlyList<string>> IUnlabelledTexts.UnlabelledAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync($"{prefix}unlabelled.csv", cancellationToken) is not { } found)
        {
            return [];
        }

        using var reader = new StreamReader(new MemoryStream(found.Content));
        return LabelledCsv.ReadTexts(reader);
    }

    /// <inheritdoc/>
    async ValueTask IRetrainingReports.WriteAsync(DateTimeOffset at, string text, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{prefix}reports/{at.UtcDateTime:yyyy-MM-ddTHH-mm-ss}.md");
        _ = await client.PutObjectAsync(
            Put(key, System.Text.Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8"), cancellationToken);
    }

    private string Place(string key) => $"s3://{bucket}/{key}";

    private async Task<(byte[] Content, string Version)?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            using var found = await client.GetObjectAsync(bucket, key, cancellationToken);
            if (found.ContentLength > MaximumObject)
            {
                throw new ModelFileException(Problems.ObjectTooLarge(Place(key), $"{found.ContentLength}", $"{MaximumObject}"));
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

    private PutObjectRequest Put(string key, byte[] content, string type) =>
        new() { BucketName = bucket, Key = key, ContentType = type, InputStream = new MemoryStream(content) };

    private string Model(string id) => $"{prefix}models/{id}.ccm";
}
