using ContactCenter.Core.Configuration;
using ContactCenter.Core.Incidents.Exercises;
using ContactCenter.Core.Incidents.History;
using ContactCenter.Core.Learning.Reports;
using ContactCenter.Core.Notifications.Reach;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Learning.Compliance;

/// <summary>Reads what compliance is judged by.</summary>
/// <param name="settings">What people decided at run time.</param>
/// <param name="incidents">Incidents that were heard of.</param>
/// <param name="exercises">Exercises that are over.</param>
/// <param name="receipts">The last tests of people.</param>
/// <param name="configuration">What is promised and kept.</param>
public sealed class ComplianceReader(
    ISettingsStore settings,
    IIncidentHistory incidents,
    IExerciseStore exercises,
    ReceiptBook receipts,
    ContactCenterConfiguration configuration)
{
    private const int PageSize = 100;

    /// <summary>Nobody holds more exercises in a quarter.</summary>
    private const int MaximumExercises = 100;

    /// <summary>Everything of a period.</summary>
    public async ValueTask<ComplianceSources> ReadAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new ComplianceSources
        {
            Configuration = configuration,
            Acts = await ActsAsync(period.From, cancellationToken),
            Incidents = await incidents.HeardOfAsync(period.From, period.To, cancellationToken),
            Exercises = await exercises.EndedAsync(before: null, MaximumExercises, cancellationToken),
            Receipts = await receipts.LastAsync(cancellationToken),
        };
    }

    private async ValueTask<IReadOnlyList<SettingAct>> ActsAsync(DateTimeOffset from, CancellationToken cancellationToken)
    {
        var acts = new List<SettingAct>();
        IReadOnlyList<SettingAct> page;
        do
        {
            page = await settings.ActsAsync(acts.Count > 0 ? acts[^1].Id : null, PageSize, cancellationToken);
            acts.AddRange(page);
        }
        while (page.Count == PageSize && page[^1].At >= from);
        return acts;
    }
}
