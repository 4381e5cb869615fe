namespace ContactCenter.Core.Monitoring.Alarms;

/// <summary>Identity of what an alarm watches: its ARN, and the contributor of a multi-series alarm.</summary>
/// <param name="Arn">ARN of the alarm.</param>
/// <param name="Contributor">Contributor id, or null.</param>
public readonly record struct AlarmId(string Arn, string? Contributor)
{
    /// <inheritdoc/>
    public override string ToString() => Contributor is null ? Arn : $"{Arn}#{Contributor}";
}
