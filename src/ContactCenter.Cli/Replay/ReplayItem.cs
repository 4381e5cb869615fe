using ContactCenter.Core.Monitoring.Alarms;

namespace ContactCenter.Cli.Replay;

/// <summary>One input of a recording.</summary>
/// <param name="Name">File and number within it: <c>monday.json#3</c>.</param>
/// <param name="At">When it happened, by its own time.</param>
/// <param name="Input">What it is.</param>
internal sealed record ReplayItem(string Name, DateTimeOffset At, AlarmInput Input);
