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
    private const string OfContact = "synthetic-contact/";

    /// <summary>Longest name of a flow (Amazon Connect, <c>CreateContactFlow</c>).</summary>
    private const int MaximumFlow = 127;

    private readonly MadeUpAlarm _alarm;
    private readonly string? _flow;

    /// <summary>That trying itself proves nothing.</summary>
    /// <param name="configuration">The configuration.</param>
    public SyntheticReport(ContactCenterConfiguration configuration)
    {
        _alarm = new MadeUpAlarm(configuration, "synthetic-contacts");
        Key = new CorrelationKey(AlarmGroups.System, "synthetic-contacts", _alarm.Location);
    }

    /// <summary>That a contact goes wrong.</summary>
    /// <param name="configuration">The configuration; the contact may have been taken out of it.</param>
    /// <param name="contact">Id of the contact.</param>
    /// <param name="flow">The flow by which it comes in.</param>
    public SyntheticReport(ContactCenterConfiguration configuration, string contact, string flow)
    {
        _alarm = new MadeUpAlarm(configuration, OfContact + contact);
        _flow = flow;
        Key = new CorrelationKey(AlarmGroups.Flow, flow, _alarm.Location);
    }

    /// <summary>Every report of a configuration.</summary>
    public static IReadOnlyList<SyntheticReport> All(ContactCenterConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.Synthetic is null
            ? []
            :
            [
                .. SyntheticContacts.Tried(configuration).Select(contact => new SyntheticReport(configuration, contact.Id, contact.Flow)),
                new SyntheticReport(configuration),
            ];
    }

    /// <summary>
    /// The end of what was told of a contact that was taken out of the configuration since, which the change itself says the flow of; null
    /// for any other change. Nothing begins that way.
    /// </summary>
    public static SyntheticReport? Ended(ContactCenterConfiguration configuration, AlarmChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var begin = new MadeUpAlarm(configuration, OfContact).Name;
        if (change is not { State: AlarmState.Ok, Description: { Length: > 0 and <= MaximumFlow } flow }
            || !change.AlarmName.StartsWith(begin, StringComparison.Ordinal))
        {
            return null;
        }

        var report = new SyntheticReport(configuration, change.AlarmName[begin.Length..], flow);
        return report.Is(change) ? report : null;
    }

    /// <summary>The incident that it belongs to.</summary>
    public CorrelationKey Key { get; }

    /// <summary>Whether it says that customers are not served.</summary>
    public bool IsOutage => _flow is not null;

    /// <summary>How bad it is.</summary>
    public Severity Severity => IsOutage ? Severity.P1 : Severity.P3;

    /// <summary>Why it is as bad as that.</summary>
    public string Reason => IsOutage ? Sentences.RatedSynthetic : Sentences.RatedSyntheticTrying;

    /// <summary>The thing that is wrong, as people name it.</summary>
    public string Subject => _flow is { } flow ? Sentences.FlowSubject(flow) : Sentences.SyntheticSubject;

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
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _flow).ToJsonString();

    /// <summary>Whether a change is such a report and nothing else.</summary>
    public bool Is(AlarmChange change) => _alarm.Is(change);
}
