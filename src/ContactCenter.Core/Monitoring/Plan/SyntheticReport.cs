using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Deployment.Synthetic;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// What synthetic contacts tell, as a <see cref="MadeUpAlarm"/>: that customers do not get through by a flow, which joins the incident of
/// that flow; or that the contacts themselves prove nothing, which says nothing of customers.
/// </summary>
public sealed class SyntheticReport
{
    private readonly MadeUpAlarm _alarm;
    private readonly SyntheticContact? _contact;

    /// <summary>The report of a configuration's deployment.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="contact">The contact that goes wrong; null: of trying itself.</param>
    public SyntheticReport(ContactCenterConfiguration configuration, SyntheticContact? contact)
    {
        _alarm = new MadeUpAlarm(configuration, contact is null ? "synthetic-contacts" : $"synthetic-contact/{contact.Id}");
        _contact = contact;
        Key = contact is null
            ? new CorrelationKey(AlarmGroups.System, "synthetic-contacts", _alarm.Location)
            : new CorrelationKey(AlarmGroups.Flow, contact.Flow, _alarm.Location);
    }

    /// <summary>Every report of a configuration.</summary>
    public static IReadOnlyList<SyntheticReport> All(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Synthetic is null
            ? []
            :
            [
                .. SyntheticContacts.Tried(configuration).Select(contact => new SyntheticReport(configuration, contact)),
                new SyntheticReport(configuration, contact: null),
            ];
    }

    /// <summary>The incident that it belongs to.</summary>
    public CorrelationKey Key { get; }

    /// <summary>Whether it says that customers are not served.</summary>
    public bool IsOutage => _contact is not null;

    /// <summary>How bad it is.</summary>
    public Severity Severity => IsOutage ? Severity.P1 : Severity.P3;

    /// <summary>Why it is as bad as that.</summary>
    public string Reason => IsOutage ? Sentences.RatedSynthetic : Sentences.RatedSyntheticTrying;

    /// <summary>The thing that is wrong, as people name it.</summary>
    public string Subject => _contact is { Flow: var flow } ? Sentences.FlowSubject(flow) : Sentences.SyntheticSubject;

    /// <summary>What is wrong, as the rest of a sentence about it.</summary>
    public string Symptom => IsOutage ? Sentences.SyntheticSymptom : Sentences.SyntheticTryingSymptom;

    /// <summary>Name of the runbook.</summary>
    public string Runbook => IsOutage ? "synthetic-contact-fails" : "synthetic-contacts-untried";

    /// <summary>The message that is published to the alarm topic.</summary>
    /// <param name="wrong">What is wrong, a sentence or two in each line; null: nothing any more.</param>
    /// <param name="at">When.</param>
    public string Message(string? wrong, DateTimeOffset at) => _alarm.Message(
        wrong is not null,
        wrong?.Replace('\n', AccountReport.Break) ?? Sentences.SyntheticRight,
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).ToJsonString();

    /// <summary>Whether a change is such a report and nothing else.</summary>
    public bool Is(AlarmChange change) => _alarm.Is(change);
}
