namespace ContactCenter.Core.Monitoring.Dashboards;

/// <summary>How a panel is shown.</summary>
public enum PanelKind
{
    /// <summary>Lines over time.</summary>
    Lines,

    /// <summary>The states of alarms. Grafana has no such panel for CloudWatch alarms and leaves it out.</summary>
    AlarmStates,
}
