using System.ComponentModel;
using ContactCenter.Core.Api.Access;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Learning.Advice;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Settings;

namespace ContactCenter.Core.Api.Alarms;

/// <summary>What would make alarms worth hearing, with the change that it takes.</summary>
/// <param name="file">The file.</param>
/// <param name="settings">What people have decided.</param>
/// <param name="advice">Advises.</param>
public sealed class AdviceRoutes(ContactCenterConfiguration file, ISettingsStore settings, AdviceReader advice) : IApiRoutes
{
    /// <inheritdoc/>
    public IReadOnlyList<ApiRoute> Routes =>
    [
        ApiRoute.Get(
            "/advice",
            ApiRole.Viewer,
            "What would make alarms worth hearing, by replaying their last four weeks; each with the change that it takes.",
            AlarmJson.Default.AdviceList,
            ListAsync) with
        {
            Cost = static _ => ApiRoute.OfManyReads,
        },
    ];

    private async ValueTask<ApiAnswer> ListAsync(ApiCall call, CancellationToken cancellationToken)
    {
        var decided = await settings.ReadAsync(cancellationToken);
        var configuration = EffectiveSettings.At(file, decided, call.Now).Configuration;
        var alarms = AlarmPlan.For(configuration).DistinctBy(static alarm => alarm.Name)
            .ToDictionary(static alarm => alarm.Name, StringComparer.Ordinal);
        var advised = await advice.ReadAsync(configuration, call.Now, cancellationToken);
        return ApiAnswer.Of(
            new AdviceList(
            [
                .. advised.Select(one => View(
                    one, alarms.GetValueOrDefault(one.Alarm), AdviceChange.Of(one, advised, alarms, configuration.TimeZone))),
            ]),
            AlarmJson.Default.AdviceList);
    }

    private static AdviceView View(AlarmAdvice advice, BoundAlarm? alarm, AdvisedChange? change) => new()
    {
        Advice = advice,
        Resource = alarm?.Resource,
        Symptom = alarm?.Definition.Symptom,
        Change = change?.Text,
        Resources = change?.Resources,

        // datapoints are those of the file: at run time a threshold alone can be another
        Threshold = advice is { Kind: AdviceKind.Raise, Rule: { } rule } && alarm is not null
            && (rule.Datapoints, rule.Periods) == (alarm.Definition.DatapointsToAlarm, alarm.Definition.EvaluationPeriods)
                ? rule.Threshold : null,
    };
}

/// <summary>Advice on alarms.</summary>
/// <param name="Items">What is advised, the most noise saved first.</param>
public sealed record AdviceList(IReadOnlyList<AdviceView> Items);

/// <summary>Advice on an alarm, and what it takes.</summary>
public sealed record AdviceView
{
    /// <summary>The advice.</summary>
    [Description("What is advised, with what the alarm told in the last week and what it would have told.")]
    public required AlarmAdvice Advice { get; init; }

    /// <summary>What it watches.</summary>
    [Description("The resource that it watches; absent where it is no alarm of the catalog.")]
    public string? Resource { get; init; }

    /// <summary>Its symptom.</summary>
    [Description("Its symptom; absent where it is no alarm of the catalog.")]
    public string? Symptom { get; init; }

    /// <summary>The change.</summary>
    [Description("The change, ready to paste: a line of alarms in the file, or a command. Absent where a person has to think.")]
    public string? Change { get; init; }

    /// <summary>For how many resources the change is.</summary>
    [Description("For how many resources the change is: one, or all of the alarm's definition, of each of which it is advised.")]
    public int? Resources { get; init; }

    /// <summary>The threshold that can be set at run time.</summary>
    [Description("The threshold that can be set at run time, where nothing else is to change.")]
    public double? Threshold { get; init; }
}
