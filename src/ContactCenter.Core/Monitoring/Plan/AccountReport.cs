using System.Globalization;
using System.Text;
using ContactCenter.Core.Common;
using ContactCenter.Core.Configuration;
using ContactCenter.Core.Monitoring.Alarms;
using ContactCenter.Core.Texts;

namespace ContactCenter.Core.Monitoring.Plan;

/// <summary>What checks of the account tell, each as an incident of its own.</summary>
public enum AccountList
{
    /// <summary>What is not as the configuration has it.</summary>
    Differences,

    /// <summary>Alarms that read what is always published while in use, of things that are in use, and that have no sample.</summary>
    Unfed,

    /// <summary>Who cannot be reached: the list of the reach test, and of the check where nobody is tested.</summary>
    Unreached,

    /// <summary>What grows slowly, and which limits it reaches.</summary>
    Growing,
}

/// <summary>
/// A list of the weekly check of the account, as a <see cref="MadeUpAlarm"/>: red with a list, OK when there is nothing. So it is one
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
    internal const char Break = '\u2028';

    private readonly MadeUpAlarm _alarm;
    private readonly ListWords _words;

    /// <summary>The report of a configuration's deployment.</summary>
    public AccountReport(ContactCenterConfiguration configuration, AccountList list)
    {
        _words = WordsOf(list);
        _alarm = new MadeUpAlarm(configuration, _words.Id);
        Key = new CorrelationKey(AlarmGroups.Account, _words.Id, _alarm.Location);
    }

    /// <summary>The one incident of all checks.</summary>
    public CorrelationKey Key { get; }

    /// <summary>How bad it is: nothing says that customers feel any of it.</summary>
    public Severity Severity => _words.Severity;

    /// <summary>Why it is as bad as that.</summary>
    public string Reason => _words.Reason;

    /// <summary>What is wrong, as the rest of a sentence about the account.</summary>
    public string Symptom => _words.Symptom;

    /// <summary>Name of the runbook.</summary>
    public string Runbook => _words.Runbook;

    /// <summary>The message that is published to the alarm topic.</summary>
    /// <param name="findings">What was found, each as a sentence; none: everything is right.</param>
    /// <param name="at">When.</param>
    public string Message(IReadOnlyList<string> findings, DateTimeOffset at) => _alarm.Message(
        findings.Count > 0,
        List(findings),
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).ToJsonString();

    /// <summary>Whether a change is such a report and nothing else.</summary>
    public bool Is(AlarmChange change) => _alarm.Is(change);

    /// <summary>The list that a report tells, line by line.</summary>
    public static string Text(AlarmChange change) => CleanText.Paragraphs(change.Reason.Replace(Break, '\n'), MaximumLength);

    /// <summary>The findings in lines with numbers, as many as there is room for.</summary>
    internal string List(IReadOnlyList<string> findings)
    {
        if (findings.Count == 0)
        {
            return _words.Nothing;
        }

        var list = new StringBuilder(_words.Head);
        foreach (var (i, finding) in findings.Index())
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{Break}{i + 1}. {CleanText.Line(finding, MaximumFinding)}");
            if (list.Length + line.Length + Rest > MaximumLength)
            {
                var left = findings.Count - i;
                return list.Append(Break).Append(_words.More($"{left}")).ToString();
            }

            list.Append(line);
        }

        return list.ToString();
    }

    private static ListWords WordsOf(AccountList list) => list switch
    {
        AccountList.Unfed => new(
            "check-samples", Severity.P4, Sentences.RatedUnfed, Sentences.HasUnfedAlarms, "alarms-without-samples",
            Sentences.AlarmsFed, Sentences.AlarmsUnfed, Sentences.AccountMore),
        AccountList.Growing => new(
            "check-growth", Severity.P4, Sentences.RatedGrowth, Sentences.HasGrowth, "growth",
            Sentences.GrowthOver, Sentences.GrowthFound, Sentences.GrowthMore),
        AccountList.Unreached => new(
            "check-reach", Severity.P3, Sentences.RatedReach, Sentences.NotReachedAll, "people-not-reached",
            Sentences.ReachAllRight, Sentences.ReachWrong, Sentences.ReachMore),
        _ => new(
            "check-account", Severity.P3, Sentences.RatedAccount, Sentences.NotAsConfigured, "account-differs",
            Sentences.AccountRight, Sentences.AccountWrong, Sentences.AccountMore),
    };

    /// <summary>What a list is called, and what is said of it.</summary>
    private sealed record ListWords(
        string Id,
        Severity Severity,
        string Reason,
        string Symptom,
        string Runbook,
        string Nothing,
        string Head,
        Func<string, string> More);
}
