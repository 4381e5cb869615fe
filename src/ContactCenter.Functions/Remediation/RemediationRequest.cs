using System.Text;
using ContactCenter.Aws.Incidents;
using ContactCenter.Core.Incidents;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Monitoring.Parsing;

namespace ContactCenter.Functions.Remediation;

/// <summary>What an event asks a function that repairs for.</summary>
/// <param name="Repairs">Repairs that incidents ask for.</param>
/// <param name="Alarms">Alarms that came straight from their topic.</param>
/// <param name="IsSchedule">True when there are neither messages nor an alarm in it.</param>
internal sealed record RemediationRequest(IReadOnlyList<RemediateEffect> Repairs, IReadOnlyList<AlarmChange> Alarms, bool IsSchedule)
{
    /// <summary>Reads an event; never throws for any bytes.</summary>
    public static RemediationRequest Read(ReadOnlyMemory<byte> utf8, DateTimeOffset now)
    {
        var (repairs, alarms) = (new List<RemediateEffect>(), new List<AlarmChange>());
        if (TopicMessages.Read(utf8.Span) is not { } messages)
        {
            alarms.AddRange(AlarmsIn(utf8, now));
            return new RemediationRequest(repairs, alarms, IsSchedule: alarms.Count == 0);
        }

        foreach (var message in messages)
        {
            if (RemediationTopic.Read(message) is { } repair)
            {
                repairs.Add(repair);
                continue;
            }

            alarms.AddRange(AlarmsIn(Encoding.UTF8.GetBytes(message), now));
        }

        return new RemediationRequest(repairs, alarms, IsSchedule: false);
    }

    private static IEnumerable<AlarmChange> AlarmsIn(ReadOnlyMemory<byte> utf8, DateTimeOffset now) =>
        AlarmParser.Parse(utf8, now).OfType<ChangedAlarm>().Select(changed => changed.Change);
}
