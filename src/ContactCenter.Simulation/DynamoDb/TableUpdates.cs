using ContactCenter.Core.Remediation.Capacity;

namespace ContactCenter.Simulation.DynamoDb;

/// <summary>Takes and refuses <c>UpdateTable</c> calls by the service's rules: one at a time, valid, within quotas and decreases.</summary>
/// <param name="options">The table's set-up.</param>
/// <param name="resources">The table and its indexes.</param>
internal sealed class TableUpdates(SimulatedTableOptions options, IReadOnlyList<SimulatedResource> resources)
{
    private TableUpdate? _pending;
    private long _pendingUntil;

    /// <summary>True while an update runs.</summary>
    public bool IsUpdating => _pending is not null;

    /// <summary>Updates accepted so far.</summary>
    public int Accepted { get; private set; }

    public UpdateAnswer Ask(long second, DateTimeOffset now, TableUpdate update, RequestMaximum? maximumNow)
    {
        if (_pending is not null)
        {
            return UpdateAnswer.ResourceInUse;
        }

        if (!IsValid(update, maximumNow))
        {
            return UpdateAnswer.Invalid;
        }

        var wanted = Wanted(update);
        var total = wanted.Aggregate((Reads: 0L, Writes: 0L), (sum, w) => (sum.Reads + w.Reads, sum.Writes + w.Writes));
        for (var i = 0; i < resources.Count; i++)
        {
            if (wanted[i].DecreasesFrom(resources[i].Provisioned) && !resources[i].Decreases.CanSpend(now))
            {
                return UpdateAnswer.LimitExceeded;
            }
        }

        if (options.Billing is BillingMode.Provisioned
            && (total.Reads > options.TableQuota.Reads || total.Writes > options.TableQuota.Writes))
        {
            return UpdateAnswer.LimitExceeded;
        }

        var grows = false;
        for (var i = 0; i < resources.Count; i++)
        {
            grows |= !wanted[i].IsWithin(resources[i].Warm);
            if (wanted[i].DecreasesFrom(resources[i].Provisioned))
            {
                resources[i].Decreases.Spend(now);
            }

            if (resources[i].Provisioned.DecreasesFrom(wanted[i]))
            {
                resources[i].LastIncrease = now;
            }
        }

        Accepted++;
        _pending = update;
        _pendingUntil = second + (grows ? options.GrowSeconds : options.UpdateSeconds);
        return UpdateAnswer.Accepted;
    }

    /// <summary>Ends an update whose time has come.</summary>
    /// <returns>The new on-demand maximums, when it was that; a kind that is left has none.</returns>
    public RequestMaximum? FinishBy(long second)
    {
        if (_pending is not { } update || second < _pendingUntil)
        {
            return null;
        }

        _pending = null;
        if (update.OnDemandMaximum is null)
        {
            var wanted = Wanted(update);
            for (var i = 0; i < resources.Count; i++)
            {
                resources[i].Provision(wanted[i]);
            }
        }

        return update.OnDemandMaximum;
    }

    private bool IsValid(TableUpdate update, RequestMaximum? maximumNow)
    {
        if (options.Billing is BillingMode.OnDemand)
        {
            return update.Table is null && update.Indexes.Count == 0 && update.OnDemandMaximum is { } maximum
                && maximum is { Reads: null or >= 1, Writes: null or >= 1 }
                && maximum.Or(maximumNow ?? default) != (maximumNow ?? default);
        }

        if (update.OnDemandMaximum is not null || update.Indexes.Keys.Any(name => !options.Indexes.Any(i => i.Name == name)))
        {
            return false;
        }

        var wanted = Wanted(update);
        return wanted.All(w => w is { Reads: >= 1, Writes: >= 1 }) && wanted.Where((w, i) => w != resources[i].Provisioned).Any();
    }

    private Throughput[] Wanted(TableUpdate update) =>
        [.. resources.Select(r => update.Of(r.Index) ?? r.Provisioned)];
}

/// <summary>What the simulated service answers to an <c>UpdateTable</c> call.</summary>
public enum UpdateAnswer
{
    /// <summary>The table is UPDATING; the new values hold when that ends.</summary>
    Accepted,

    /// <summary><c>ResourceInUseException</c>: an earlier update is not finished.</summary>
    ResourceInUse,

    /// <summary><c>LimitExceededException</c>: no decrease left, or above the quota; nothing of the call was done.</summary>
    LimitExceeded,

    /// <summary><c>ValidationException</c>: nothing would change, an unknown index, a value below 1, or the wrong billing mode.</summary>
    Invalid,
}
