namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>The bytes cannot be read at all: not JSON, or too large.</summary>
/// <param name="Problem">What is wrong, where, and what would be right.</param>
public sealed record RefusedMessage(string Problem) : AlarmInput;
