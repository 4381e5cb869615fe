namespace ContactCenter.Core.Incidents.History;

/// <summary>
/// Brings the history of an incident up to what is stored of it now. Nothing is taken from the message that something has changed, so
/// messages may come twice, late and in any order. An exercise is no part of it: it has a record of its own.
/// </summary>
/// <param name="files">Where incidents are.</param>
/// <param name="history">Where their history is.</param>
public sealed class HistoryKeeper(IIncidentFiles files, IIncidentHistory history)
{
    /// <summary>The newest incident of a key has changed.</summary>
    /// <returns>The record that is kept; null: there is none.</returns>
    public async ValueTask<IncidentRecord?> KeepNewestAsync(string code, CancellationToken cancellationToken) =>
        await KeepAsync(await files.OpenNewestAsync(code, cancellationToken), cancellationToken);

    /// <summary>An incident has changed, or an effect of it has come to its end.</summary>
    /// <returns>The record that is kept; null: there is none.</returns>
    public async ValueTask<IncidentRecord?> KeepAsync(string incidentId, CancellationToken cancellationToken) =>
        await KeepAsync(await files.OpenAsync(incidentId, cancellationToken), cancellationToken);

    private async ValueTask<IncidentRecord?> KeepAsync(IncidentFile? file, CancellationToken cancellationToken)
    {
        if (file is not { Incident.Exercise: null })
        {
            return null;
        }

        var record = IncidentHistorian.Record(file);
        await history.KeepAsync(record, cancellationToken);
        return record;
    }
}
