using ContactCenter.Language.Classification.Model;
using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Retraining;

/// <summary>Puts models into service and takes them out again. Two who do so at once do not overwrite each other.</summary>
public sealed class ModelRegister(IModelStore store)
{
    private const int MaximumAttempts = 5;

    /// <summary>
    /// Stores a model and puts it into service, provided that the champion that it was compared with still serves. The file is written
    /// before the history, so a history never names a file that is not there.
    /// </summary>
    /// <param name="file">The model.</param>
    /// <param name="expected">Id of the model that it was compared with.</param>
    /// <param name="version">What the history will say, made from the id.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False when another model has come into service meanwhile, or promotions are held; then nothing has changed.</returns>
    public async Task<bool> TryPromoteAsync(
        ReadOnlyMemory<byte> file, string expected, Func<string, ModelVersion> version, CancellationToken cancellationToken)
    {
        var id = ModelId.Of(file.Span);
        var read = await store.HistoryAsync(cancellationToken);
        if (read.History.Hold is not null
            || (read.History.Current?.Id ?? ServedModel.PackagedId) != expected
            || read.History.Versions.Any(known => known.Id == id))
        {
            return false;
        }

        await store.SaveAsync(id, file, cancellationToken);
        var next = read.History.Promote(version(id));
        if (!await store.TryWriteAsync(next, read, cancellationToken))
        {
            return false;
        }

        await ForgetAsync(read.History, next, cancellationToken);
        return true;
    }

    /// <summary>Puts a model into service that people have trained themselves; that also lifts a hold.</summary>
    /// <param name="file">The model.</param>
    /// <param name="reason">Why, as the history will say.</param>
    /// <param name="mayDropTopics">True when it need not know every topic of the model in service.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The history before and after.</returns>
    /// <exception cref="ModelFileException">The file is no model, or damaged.</exception>
    /// <exception cref="InvalidOperationException">
    /// The model is in the history already, lacks topics of the one in service, or others write the history without end.
    /// </exception>
    public async Task<(ModelHistory Before, ModelHistory After)> PublishAsync(
        ReadOnlyMemory<byte> file, string reason, bool mayDropTopics, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = ModelId.Of(file.Span);
        var model = ServedModel.Read(id, file).Classifier;
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            var read = await store.HistoryAsync(cancellationToken);
            if (read.History.Versions.Index().FirstOrDefault(known => known.Item.Id == id) is { Item: not null } known)
            {
                throw new InvalidOperationException(known.Index == 0
                    ? Problems.ModelServes(id)
                    : Problems.ModelKnown(id));
            }

            if (!mayDropTopics && await MissingAsync(model, read.History, cancellationToken) is { Count: > 0 } missing)
            {
                throw new InvalidOperationException(Problems.TopicsDropped(string.Join(", ", missing)));
            }

            await store.SaveAsync(id, file, cancellationToken);
            var next = read.History.Promote(new ModelVersion(id, now, reason, model.Card.HeldOutAccuracy));
            if (await store.TryWriteAsync(next, read, cancellationToken))
            {
                await ForgetAsync(read.History, next, cancellationToken);
                return (read.History, next);
            }
        }

        throw new InvalidOperationException(Problems.HistoryBusy);
    }

    /// <summary>Lets models be promoted by themselves again.</summary>
    /// <returns>What was held.</returns>
    /// <exception cref="InvalidOperationException">Nothing is held, or others write the history without end.</exception>
    public async Task<ModelHold> ResumeAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            var read = await store.HistoryAsync(cancellationToken);
            var next = read.History.Resume();
            if (await store.TryWriteAsync(next, read, cancellationToken))
            {
                return read.History.Hold!;
            }
        }

        throw new InvalidOperationException(Problems.HistoryBusy);
    }

    /// <summary>
    /// Puts the model before the one in service back. The file of the other stays: processes may still read it, and people want to know
    /// why. Nothing is promoted by itself from then on.
    /// </summary>
    /// <param name="now">The time.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The history before and after.</returns>
    /// <exception cref="InvalidOperationException">The packaged model serves already, or others write the history without end.</exception>
    public async Task<(ModelHistory Before, ModelHistory After)> RollBackAsync(
        DateTimeOffset now, string? reason, CancellationToken cancellationToken)
    {
        var read = await store.HistoryAsync(cancellationToken);
        for (var attempt = 1; attempt <= MaximumAttempts; attempt++)
        {
            var next = read.History.RollBack(now, reason);
            if (await store.TryWriteAsync(next, read, cancellationToken))
            {
                return (read.History, next);
            }

            var meanwhile = await store.HistoryAsync(cancellationToken);
            if (meanwhile.History.Current?.Id != read.History.Current?.Id)
            {
                throw new InvalidOperationException(
                    Problems.OtherServes(meanwhile.History.Current?.Id ?? ServedModel.PackagedId));
            }

            read = meanwhile;
        }

        throw new InvalidOperationException(Problems.HistoryBusy);
    }

    private async Task ForgetAsync(ModelHistory before, ModelHistory after, CancellationToken cancellationToken)
    {
        foreach (var forgotten in before.Versions.Where(known => after.Versions.All(kept => kept.Id != known.Id)))
        {
            await store.DeleteAsync(forgotten.Id, cancellationToken);
        }
    }

    /// <summary>Topics that would be lost. A model in service that cannot be read serves nobody, so it holds nothing back.</summary>
    private async Task<IReadOnlyList<string>> MissingAsync(
        ContactClassifier next, ModelHistory history, CancellationToken cancellationToken)
    {
        try
        {
            var serving = history.Current is { } current
                ? ServedModel.Read(current.Id, await store.LoadAsync(current.Id, cancellationToken))
                : ServedModel.Packaged;
            return [.. serving.Classifier.Topics.Except(next.Topics, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
        catch (ModelFileException)
        {
            return [];
        }
    }
}
