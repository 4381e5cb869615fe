using ContactCenter.Core.Common;
using ContactCenter.Core.Monitoring.Plan;
using ContactCenter.Core.Monitoring.Triage;

namespace ContactCenter.Core.Incidents.Engine;

/// <summary>What a probe means: it is remembered and reported, and opens nothing.</summary>
internal static class Probes
{
    /// <summary>Remembers a probe that is in time and reports it, once.</summary>
    public static IncidentAction Report(IncidentDraft draft, TriagedAlarm probe)
    {
        var known = draft.Tracks.FirstOrDefault(track => track.Id == probe.Id);
        if (!PipelineProbe.IsInTime(probe.Moment.At, draft.Now) || known?.Latest >= probe.Moment)
        {
            return IncidentAction.Ignored;
        }

        draft.Replace(new AlarmTrack { Id = probe.Id, Name = probe.Name, Moments = [probe.Moment], Severity = Severity.P4 });
        draft.Report(probe.Moment.At);
        return IncidentAction.Probed;
    }
}
