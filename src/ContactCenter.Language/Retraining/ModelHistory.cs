using ContactCenter.Language.Texts;

namespace ContactCenter.Language.Retraining;

/// <summary>The models that were in service, the newest first; the first one is in service now.</summary>
public sealed record ModelHistory
{
    /// <summary>Models that are kept besides the one in service.</summary>
    public const int Kept = 5;

    /// <summary>No model was ever promoted: the packaged one serves.</summary>
    public static ModelHistory Empty { get; } = new();

    /// <summary>The models, the newest first.</summary>
    public IReadOnlyList<ModelVersion> Versions { get; init; } = [];

    /// <summary>Set by a rollback: nothing is promoted by itself. A model that a person publishes, or a word of theirs, lifts it.</summary>
    public ModelHold? Hold { get; init; }

    /// <summary>The model in service; nothing while the packaged one serves.</summary>
    public ModelVersion? Current => Versions.Count == 0 ? null : Versions[0];

    /// <summary>Puts a model into service and forgets the oldest beyond those kept.</summary>
    /// <exception cref="ArgumentException">The model is in the history already.</exception>
    public ModelHistory Promote(ModelVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Versions.Any(known => known.Id == version.Id)
            ? throw new ArgumentException(Problems.ModelKnown(version.Id), nameof(version))
            : this with { Versions = [version, .. Versions.Take(Kept)], Hold = null };
    }

    /// <summary>
    /// Takes the model in service out and puts the one before it back; the packaged one when there is none before it. From then on nothing
    /// is promoted by itself.
    /// </summary>
    /// <param name="at">When.</param>
    /// <param name="reason">Why, or null.</param>
    /// <exception cref="InvalidOperationException">The packaged model serves: there is nothing to roll back.</exception>
    public ModelHistory RollBack(DateTimeOffset at, string? reason = null) => Versions.Count == 0
        ? throw new InvalidOperationException(Problems.NothingToRollBack)
        : this with { Versions = [.. Versions.Skip(1)], Hold = new ModelHold(at, Versions[0].Id, reason) };

    /// <summary>Lets models be promoted by themselves again.</summary>
    /// <exception cref="InvalidOperationException">Nothing is held.</exception>
    public ModelHistory Resume() => Hold is null
        ? throw new InvalidOperationException(Problems.NothingHeld)
        : this with { Hold = null };
}

/// <summary>A model that is or was in service.</summary>
/// <param name="Id">Name of the model, unique in its history; for example the hash of its file.</param>
/// <param name="PromotedAt">When it went into service.</param>
/// <param name="Reason">Why it was promoted.</param>
/// <param name="Accuracy">Its accuracy at that time, 0 to 1.</param>
public sealed record ModelVersion(string Id, DateTimeOffset PromotedAt, string Reason, double Accuracy);

/// <summary>
/// After a rollback nothing is promoted by itself until somebody says so: the next training would make a like model of like texts.
/// </summary>
/// <param name="Since">When it was rolled back.</param>
/// <param name="Model">The model that was taken out of service.</param>
/// <param name="Reason">Why, as the person wrote it; null when nobody did.</param>
public sealed record ModelHold(DateTimeOffset Since, string Model, string? Reason);

/// <summary>The history as it was read.</summary>
/// <param name="History">The history.</param>
/// <param name="Version">What the store calls this state of it; null when there was none.</param>
public sealed record StoredHistory(ModelHistory History, string? Version);
