using ContactCenter.Core.Contacts.Classification;
using ContactCenter.Core.Contacts.Serving;

namespace ContactCenter.Core.Contacts.Retraining;

/// <summary>Puts models into service and takes them out again. Two who do so at once do not overwrite each other.</summary>
public sealed class ModelRegister(IModelStore store)
{
    private const int MostAttempts = 5;

    /// <summary>
    /// Stores a model and puts it into service, provided that the champion that it was compared with still serves. The file is written
    /// before the history, so a history never names a file that is not there.
    /// </summary>
    /// <param name="file">The model.</param>
    /// <param name="expected">Id of the model that it was compared with.</param>
    /// <param name="version">What the history will say, made from the id.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>False when another model has come into service meanwhile; then nothing has changed.</returns>
    public async Task<bool> TryPromoteAsync(
        ReadOnlyMemory<byte> file, string expected, Func<string, ModelVersion> version, CancellationToken cancellationToken)
    {
        var id = ModelId.Of(file.Span);
        var read = await store.HistoryAsync(cancellationToken);
        if ((read.History.Current?.Id ?? ServedModel.PackagedId) != expected || read.History.Versions.Any(known => known.Id == id))
        {
            return false;
        }

        await store.SaveAsync(id, file, cancellationToken);
        var next = read.History.Promote(version(id));
        if (!await store.TryWriteAsync(next, read, cancellationToken))
        {
            return false;
        }

        foreach (var forgotten in read.History.Versions.Where(known => next.Versions.All(kept => kept.Id != known.Id)))
        {
            await store.DeleteAsync(forgotten.Id, cancellationToken);
        }

        return true;
    }

    /// <summary>Puts the model before the one in service back. The file of the other stays: processes may still read it, and people want to know why.</summary>
    /// <returns>The history before and after.</returns>
    /// <exception cref="InvalidOperationException">The packaged model serves already, or others write the history without end.</exception>
    public async Task<(ModelHistory Before, ModelHistory After)> RollBackAsync(CancellationToken cancellationToken)
    {
        var read = await store.HistoryAsync(cancellationToken);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var next = read.History.RollBack();
            if (await store.TryWriteAsync(next, read, cancellationToken))
            {
                return (read.History, next);
            }

            var meanwhile = await store.HistoryAsync(cancellationToken);
            if (meanwhile.History.Current?.Id != read.History.Current?.Id)
            {
                throw new InvalidOperationException($"Model '{meanwhile.History.Current?.Id ?? ServedModel.PackagedId}' has come into service meanwhile; nothing was rolled back.");
            }

            read = meanwhile;
        }

        throw new InvalidOperationException("The history is being written by others; try again.");
    }
}
