namespace ContactCenter.Core.Notifications.Support;

/// <summary>A case of AWS Support, as <c>CreateCase</c> takes it.</summary>
/// <param name="Subject">Begins with <paramref name="Marker"/>.</param>
/// <param name="Marker">By which a case that was opened before is found: <c>CreateCase</c> has no token against repetition.</param>
/// <param name="ServiceCode">Such as <c>amazon-connect</c>.</param>
/// <param name="CategoryCode">Such as <c>other</c>.</param>
/// <param name="SeverityCode"><c>critical</c>; which severities there are depends on the support plan.</param>
/// <param name="Body">The first communication.</param>
public sealed record SupportCase(string Subject, string Marker, string ServiceCode, string CategoryCode, string SeverityCode, string Body);
