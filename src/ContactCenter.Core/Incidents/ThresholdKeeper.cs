using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Delivery;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Incidents;

/// <summary>
/// Keeps the thresholds of deployed alarms as people have set them: a deployment that has reset one is put right within a minute, and one
/// whose setting is over gets the file's threshold back. Alarms that nobody has set are never touched.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="store">What people have decided. It is read each time: the file alone must not count here only because of an
/// outage.</param>
/// <param name="alarms">The deployed alarms.</param>
/// <param name="notebook">Remembers which were written.</param>
public sealed class ThresholdKeeper(
    ContactCenterConfiguration file, ISettingsStore store, IAlarmThresholds alarms, INotebook notebook)
{
    /// <summary>Name of the note: names of alarms, one a line.</summary>
    public const string Note = "writtenThresholds";

    private static readonly TimeSpan NoteLasts = TimeSpan.FromDays(3650);

    /// <summary>Looks once.</summary>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Stops before the next request.</param>
    /// <returns>Names of the alarms that were written.</returns>
    public async ValueTask<IReadOnlyList<string>> KeepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var differences = ThresholdPlan.Differences(file, await store.ReadAsync(cancellationToken), now);
        var known = await notebook.FindAsync(Note, cancellationToken);
        string[] before = [.. (known ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        if (differences.Count == 0 && before.Length == 0)
        {
            return [];
        }

        string[] differing = [.. differences.Select(static one => one.Name).Order(StringComparer.Ordinal)];

        // noted before it is written: whatever happens in between, the way back is known
        if (differing.Except(before).Any())
        {
            await NoteAsync(differing.Union(before), now, cancellationToken);
        }

        var wanted = ThresholdPlan.Wanted(file, differences, before);
        var deployed = await alarms.ReadAsync([.. wanted.Keys], cancellationToken);
        var written = new List<string>();
        foreach (var (name, threshold) in wanted)
        {
            if (deployed.TryGetValue(name, out var actual) && actual != threshold)
            {
                await alarms.WriteAsync(name, threshold, cancellationToken);
                written.Add(name);
            }
        }

        if (before.Except(differing).Any())
        {
            await NoteAsync(differing, now, cancellationToken);
        }

        return written;
    }

    private ValueTask NoteAsync(IEnumerable<string> names, DateTimeOffset now, CancellationToken cancellationToken) =>
        notebook.SetAsync(Note, string.Join('\n', names), now + NoteLasts, cancellationToken);
}
