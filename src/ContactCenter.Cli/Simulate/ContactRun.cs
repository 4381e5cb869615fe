using System.Globalization;
using ContactCenter.Core.Common;
using ContactCenter.Embedded.ContactWeeks;
using Spectre.Console;

namespace ContactCenter.Cli.Simulate;

/// <summary>Plays weeks of contacts twice, without dialogues and promises and with them, and prints both beside each other.</summary>
internal static class ContactRun
{
    public static async Task<int> RunAsync(string? config, long firstSeed, int weeks, CancellationToken cancellationToken)
    {
        if (Settings.LoadCenter(config, Console.Error) is not { } configuration)
        {
            return ExitCode.Problems;
        }

        var week = new ContactWeek(configuration);
        if (!week.HasDifference)
        {
            await Console.Error.WriteLineAsync(Say.ContactsNothing);
            return ExitCode.Usage;
        }

        var (before, after) = (new List<ContactWeekReport>(), new List<ContactWeekReport>());
        for (var i = 0; i < weeks; i++)
        {
            before.Add(await week.RunAsync(firstSeed + i, isServed: false, cancellationToken));
            after.Add(await week.RunAsync(firstSeed + i, isServed: true, cancellationToken));
        }

        Write(Terminal.Create(), ContactWeekReport.Of(before), ContactWeekReport.Of(after));
        return ExitCode.Done;
    }

    private static void Write(IAnsiConsole console, ContactWeekReport before, ContactWeekReport after)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumns("", Say.ContactsBefore, Say.ContactsAfter);
        Row(Say.ContactsCame, static report => Number(report.Contacts));
        Row(Say.ContactsRepeated, static report => Percent(report.Repeats, report.Contacts));
        Row(Say.ContactsContained, static report => Percent(report.Contained, report.Contacts));
        Row(Say.ContactsContainedForGood, static report => Percent(report.ContainedForGood, report.Contacts));
        Row(Say.ContactsQueued, static report => Number(report.Queued));
        Row(Say.ContactsMeanWait, static report => Seconds(report.MeanWait));
        Row(Say.ContactsLongWait, static report => Seconds(report.LongWait));
        Row(Say.ContactsGaveUp, static report => Percent(report.GaveUp, report.Queued));
        Row(Say.ContactsEscalated, static report => Number(report.Escalated));
        Row(Say.ContactsEscalatedServed, static report => Percent(report.EscalatedServed, report.Escalated));
        console.Write(table);

        void Row(string what, Func<ContactWeekReport, string> of) => table.AddRow(what, of(before), of(after));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");

    private static string Percent(int part, int whole) =>
        whole == 0 ? "-" : string.Create(CultureInfo.InvariantCulture, $"{Percentages.Rounded(100.0 * part / whole, 1):0.0} %");
}
