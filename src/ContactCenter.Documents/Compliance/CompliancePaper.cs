using System.Text.Json.Serialization;
using ContactCenter.Core.Learning.Compliance;
using ContactCenter.Core.Settings;
using ContactCenter.Documents.Papers;
using ContactCenter.Documents.Texts;

namespace ContactCenter.Documents.Compliance;

/// <summary>A page for an auditor: each question with its answer and what that rests on, and below it what was counted.</summary>
public static class CompliancePaper
{
    private const string Unknown = "\u2013";

    /// <summary>Writes it.</summary>
    public static Paper Of(ComplianceReport report, PaperReader reader)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reader);
        Spoken.Speak(reader.Language);
        var elsewhere = report.Findings.Count(static one => one.Answer == ComplianceAnswer.LookElsewhere);
        return new Paper(
            Say.ComplianceTitle(PaperWords.Day(report.FirstDay), PaperWords.Day(report.LastDay)),
            Spoken.Now.Language,
            [
                new TextBlock(
                    Say.ComplianceSummary(
                        PaperWords.Whole(report.Findings.Count(static one => one.Answer == ComplianceAnswer.Yes)),
                        PaperWords.Whole(report.Findings.Length - elsewhere),
                        PaperWords.Whole(elsewhere)),
                    IsLead: true),
                Findings(report),
                .. Section(
                    Say.ComplianceChanges,
                    Say.ComplianceNoChanges,
                    [Say.ColumnWhen, Say.ColumnWho, Say.ColumnHappened, Say.ColumnWhy],
                    report.Changes.Select(change => (IReadOnlyList<string>)
                    [
                        PaperWords.Time(change.At, reader.Zone),
                        change.Author,
                        $"{Verb(change.Verb)}: {SettingKinds.NameOf(change.Kind)}, {change.Subject}",
                        change.Reason,
                    ])),
                .. Section(
                    Say.ComplianceUnreached,
                    Say.ComplianceAllReached,
                    [Say.ColumnAudience, Say.ColumnChannel, Say.ColumnTested],
                    report.Unreached.Select(one => (IReadOnlyList<string>)
                    [
                        one.Audience,
                        PaperWords.Of(one.Channel),
                        one.TestedAt is not { } at ? Say.ComplianceNeverTested
                            : one.IsRefused ? Say.ComplianceRefused(PaperWords.Time(at, reader.Zone))
                            : PaperWords.Time(at, reader.Zone),
                    ])),
                .. Section(
                    Say.ComplianceExercises,
                    Say.ComplianceNoExercise,
                    [Say.ColumnWhen, Say.ColumnHappened],
                    report.Exercises.Select(one => (IReadOnlyList<string>)[PaperWords.Time(one.StartedAt, reader.Zone), one.Scenario])),
                .. Section(
                    Say.CompliancePromises,
                    Unknown,
                    [Say.ColumnSeverity, Say.ColumnCount, Say.ColumnAckKept, Say.ColumnResolveKept],
                    report.Severities.Select(static one => (IReadOnlyList<string>)
                    [
                        PaperWords.Of(one.Severity),
                        PaperWords.Whole(one.Count),
                        Say.KeptOf(PaperWords.Whole(one.Acknowledged.Met), PaperWords.Whole(one.Acknowledged.Of)),
                        Say.KeptOf(PaperWords.Whole(one.Resolved.Met), PaperWords.Whole(one.Resolved.Of)),
                    ])),
                .. Section(
                    Say.ComplianceRetention,
                    Unknown,
                    [Say.ColumnWhat, Say.ColumnDays],
                    report.Retention.Select(static one => (IReadOnlyList<string>)[one.What, PaperWords.Whole(one.Days)])),
                new TextBlock(Say.TimesAreOf(reader.Zone.Id)),
            ]);
    }

    private static TableBlock Findings(ComplianceReport report) => new(
        Say.ComplianceCaption,
        [Say.ColumnQuestion, Say.ColumnAnswer, Say.ColumnOfHowMany, Say.ColumnRestsOn],
        [
            .. report.Findings.Select(static one => (IReadOnlyList<string>)
            [
                Question(one.Question),
                one.Answer switch
                {
                    ComplianceAnswer.Yes => Say.AnswerYes,
                    ComplianceAnswer.No => Say.AnswerNo,
                    _ => Say.AnswerElsewhere,
                },
                one.Counts is { } counts ? Say.KeptOf(PaperWords.Whole(counts.Met), PaperWords.Whole(counts.Of)) : Unknown,
                RestsOn(one),
            ]),
        ]);

    private static IEnumerable<PaperBlock> Section(
        string heading, string none, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        IReadOnlyList<string>[] all = [.. rows];
        yield return new HeadingBlock(heading);
        yield return all.Length == 0 ? new TextBlock(none) : new TableBlock(heading, columns, all);
    }

    private static string Question(ComplianceQuestion question) => question switch
    {
        ComplianceQuestion.ChangesAreSigned => Say.QuestionSigned,
        ComplianceQuestion.TrailIsLocked => Say.QuestionLocked,
        ComplianceQuestion.TrailIsIntact => Say.QuestionIntact,
        ComplianceQuestion.DataIsForgotten => Say.QuestionForgotten,
        ComplianceQuestion.ReadingIsKnown => Say.QuestionRead,
        ComplianceQuestion.AccessIsReviewed => Say.QuestionAccess,
        ComplianceQuestion.PeopleAreReached => Say.QuestionReached,
        ComplianceQuestion.PeopleHavePractised => Say.QuestionPractised,
        _ => Say.QuestionPromises,
    };

    private static string RestsOn(ComplianceFinding finding) => finding.Question switch
    {
        ComplianceQuestion.ChangesAreSigned => Say.RestsOnAudit,
        ComplianceQuestion.TrailIsLocked => finding.Answer == ComplianceAnswer.Yes ? Say.RestsOnLock : Say.RestsOnOrganization,
        ComplianceQuestion.TrailIsIntact => Say.RestsOnDigests,
        ComplianceQuestion.DataIsForgotten => Say.RestsOnRetention,
        ComplianceQuestion.ReadingIsKnown => Say.RestsOnReaders,
        ComplianceQuestion.AccessIsReviewed => Say.RestsOnAccess,
        ComplianceQuestion.PeopleAreReached => Say.RestsOnTests(PaperWords.Whole(ComplianceReport.MaximumTestAge.TotalDays)),
        ComplianceQuestion.PeopleHavePractised => Say.RestsOnExercises(PaperWords.Whole(ComplianceReport.MaximumDaysSinceExercise)),
        _ => Say.RestsOnPromises,
    };

    private static string Verb(SettingVerb verb) => verb switch
    {
        SettingVerb.Made => Say.VerbMade,
        SettingVerb.Changed => Say.VerbChanged,
        SettingVerb.Ended => Say.VerbEnded,
        _ => Say.VerbUndone,
    };
}

/// <summary>The page as JSON.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(ComplianceReport))]
public sealed partial class ComplianceJson : JsonSerializerContext;
