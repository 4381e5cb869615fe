using System.Globalization;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>
/// What the weekly check of the account found, as a <see cref="MadeUpAlarm"/>: red with a list, OK when there is nothing. So it is one
/// incident, which every later list renews, and which ends with the first check that finds nothing.
/// </summary>
public sealed class AccountReport
{
    /// <summary>Longest list in characters; what has no room is counted.</summary>
    public const int MaximumLength = 4000;

    /// <summary>Longest finding in characters: a name of somebody else's must not take the room of all others.</summary>
    private const int MaximumFinding = 400;

    /// <summary>Room for the line that counts the rest.</summary>
    private const int Rest = 100;

    /// <summary>
    /// Ends a line on the way: line feeds of a reason become blanks when it is read, because they could forge lines, and no finding has
    /// this character.
    /// </summary>
    private const char Break = '\u2028';

    private readonly MadeUpAlarm _alarm;

    /// <summary>The report of a configuration's deployment.</summary>
    public AccountReport(ContactCenterConfiguration configuration)
    {
        _alarm = Alarm(configuration);
        Key = new CorrelationKey(AlarmGroups.Account, "check-account", _alarm.Location);
    }

    /// <summary>The one incident of all checks.</summary>
    public CorrelationKey Key { get; }

    /// <summary>The message that is published to the alarm topic.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="findings">What was found, each as a sentence; none: everything is right.</param>
    /// <param name="at">When.</param>
    public static string Message(ContactCenterConfiguration configuration, IReadOnlyList<string> findings, DateTimeOffset at) =>
        Alarm(configuration).Message(
            findings.Count > 0,
            List(findings),
            at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).ToJsonString();

    /// <summary>Whether a change is such a report and nothing else.</summary>
    public bool Is(AlarmChange change) => _alarm.Is(change);

    /// <summary>The list that a report tells, line by line.</summary>
    public static string Text(AlarmChange change) => CleanText.Paragraphs(change.Reason.Replace(Break, '\n'), MaximumLength);

    /// <summary>The findings in lines with numbers, as many as there is room for.</summary>
    internal static string List(IReadOnlyList<string> findings)
    {
        if (findings.Count == 0)
        {
            return Sentences.AccountRight;
        }

        var list = new StringBuilder(Sentences.AccountWrong);
        foreach (var (i, finding) in findings.Index())
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{Break}{i + 1}. {CleanText.Line(finding, MaximumFinding)}");
            if (list.Length + line.Length + Rest > MaximumLength)
            {
                var left = findings.Count - i;
                return list.Append(Break).Append(Sentences.AccountMore($"{left}")).ToString();
            }

            list.Append(line);
        }

        return list.ToString();
    }

    private static MadeUpAlarm Alarm(ContactCenterConfiguration configuration) => new(configuration, "check-account");
}
